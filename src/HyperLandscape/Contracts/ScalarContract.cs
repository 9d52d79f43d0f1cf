using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Contracts;

/// <summary>The contract of questions with one number for an answer, about one landscape or two.</summary>
internal sealed class ScalarContract(Findings findings, Func<Landscape, Landscape, double> ask, double tolerance)
{
    private const int Askers = 8;

    public void Check(SearchSpace? space, bool compares)
    {
        foreach (ContractCase plain in ContractCase.WithoutTies(space))
        {
            if (!Finite(plain, out double value) || !IsPure(plain, value))
                continue; // what is not pure fails everything else too, which says nothing more
            Same("rows", plain, plain.RowsReversed(), 0, "changes with the order of rows", "A landscape has no rows; keep nothing from one question to the next.");
            Same("categories", plain, plain.CategoriesMoved(), tolerance, "changes when categories are listed in another order", "The level of a categorical or boolean hyperparameter is a name and no number; if this is the noise of a seeded sample, pass a tolerance.");
            Same("hyperparameters", plain, plain.HyperparametersReversed(), tolerance, "changes when the hyperparameters are listed in another order", "Vertices are numbered by their cells, which says nothing about them; if this is the noise of a seeded sample, pass a tolerance.");
            Direction(plain, plain.FirstNegated());
            if (compares)
                Direction(plain, plain.SecondNegated());
        }

        foreach (ContractCase degenerate in ContractCase.Degenerate(space))
            Finite(degenerate, out _);
    }

    public void CheckSymmetry(SearchSpace? space)
    {
        foreach (ContractCase plain in ContractCase.WithoutTies(space).Concat(ContractCase.Degenerate(space)))
        {
            (Landscape a, Landscape b) = plain.ToLandscapes();
            if (findings.Try(plain.Description, () => (ask(a, b), ask(b, a)), out (double There, double Back) values) && !Close(values.There, values.Back, tolerance))
                findings.Add("symmetry", $"says that it is symmetric, but depends on the order of the two landscapes: {Findings.Against(values.There, values.Back)}. Without IsSymmetric it is asked both ways.");
        }
    }

    private bool Finite(ContractCase plain, out double value)
    {
        (Landscape a, Landscape b) = plain.ToLandscapes();
        bool answered = findings.Try(plain.Description, () => ask(a, b), out value);
        if (answered && double.IsInfinity(value) && !plain.HasLimits)
            findings.Add("infinity", $"is infinite on {plain.Description}. What is undefined is NaN.");
        return answered;
    }

    /// <summary>Whether the same landscape gets the same answer again. That threads disturb it is noted, and no reason to stop.</summary>
    private bool IsPure(ContractCase plain, double value)
    {
        (Landscape a, Landscape b) = plain.ToLandscapes();
        if (!findings.Try(plain.Description, () => (ask(a, b), ask(a, b)), out (double First, double Second) again))
            return false;
        if (!Close(value, again.First, 0) || !Close(value, again.Second, 0))
        {
            findings.Add("purity", $"is not pure, asked again it answers otherwise: {Findings.Against(value, Close(value, again.First, 0) ? again.Second : again.First)}. Derive everything from the landscape and the parameters; random numbers come from a seed.");
            return false;
        }

        var values = new double[Askers];
        (Landscape sharedA, Landscape sharedB) = plain.ToLandscapes();
        bool answered = findings.Try($"{plain.Description}, asked on several threads", () => Workers.With(new ParallelOptions { MaxDegreeOfParallelism = Askers }, () =>
        {
            Workers.For(Askers, asker => values[asker] = ask(sharedA, sharedB));
            return true;
        }), out _);
        foreach (double other in answered ? values : [])
        {
            if (!Close(value, other, 0))
                findings.Add("threads", $"answers otherwise when asked on several threads at once: {Findings.Against(value, other)}. Keep what is being computed in local variables; add up in an order that does not depend on threads.");
        }

        return true;
    }

    private void Direction(ContractCase plain, ContractCase negated) =>
        Same("direction", plain, negated, tolerance, "changes when maximizing -f instead of minimizing f", "What is better is told by landscape.Ranks, Optima and BestNeighbors; where the fitness itself is needed, negate it if landscape.Objective is Maximize.");

    private void Same(string rule, ContractCase plain, ContractCase changed, double allowed, string failure, string advice)
    {
        (Landscape a, Landscape b) = plain.ToLandscapes();
        (Landscape changedA, Landscape changedB) = changed.ToLandscapes();
        if (findings.Try(plain.Description, () => (ask(a, b), ask(changedA, changedB)), out (double Expected, double Actual) values) && !Close(values.Expected, values.Actual, allowed))
            findings.Add(rule, $"{failure}: {Findings.Against(values.Expected, values.Actual)}. {advice}");
    }

    private static bool Close(double expected, double actual, double allowed) =>
        expected.Equals(actual) || Math.Abs(expected - actual) <= allowed * Math.Max(1, Math.Abs(expected));
}
