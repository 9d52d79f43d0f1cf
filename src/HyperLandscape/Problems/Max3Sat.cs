using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Problems;

/// <summary>
/// Random MAX-3-SAT: f(x) = number of satisfied clauses, each the disjunction of three different boolean variables or
/// their negations; all clauses are different. Maximized.
/// </summary>
/// <remarks>
/// Known: 7/8 of the clauses are satisfied on average over all configurations, exactly; neutral, as few values occur.
/// Around 4.27 clauses per variable most instances turn from satisfiable to not. O(cells * clauses).
/// </remarks>
public sealed record Max3Sat : IProblem
{
    /// <summary>Number of boolean variables, 3 to 30.</summary>
    public int Variables { get; init; } = 12;

    /// <summary>Number of clauses per variable; the number of clauses is rounded down.</summary>
    public double ClausesPerVariable { get; init; } = 4.27;

    /// <summary>Seed of the clauses.</summary>
    public int Seed { get; init; }

    /// <summary>
    /// The clauses, three literals each, as in DIMACS files: 1 for the first variable, -1 for its negation.
    /// </summary>
    /// <exception cref="ArgumentException">There are fewer than three variables, or not that many different clauses.</exception>
    public IReadOnlyList<IReadOnlyList<int>> Clauses()
    {
        double possible = 8.0 * Variables * (Variables - 1) * (Variables - 2) / 6;
        if (Variables < 3 || !(ClausesPerVariable > 0 && Math.Floor(ClausesPerVariable * Variables) <= possible))
            throw new ArgumentException($"{Variables} variables with {ClausesPerVariable} clauses each were asked for; there must be at least 3 variables, and {Variables} have {Math.Max(possible, 0):N0} different clauses.");
        var clauses = new int[(int)(ClausesPerVariable * Variables)][];
        var seen = new HashSet<(int, int, int)>();
        var stream = new RandomStream(Seed, 0);
        for (int clause = 0; clause < clauses.Length; clause += seen.Add((clauses[clause][0], clauses[clause][1], clauses[clause][2])) ? 1 : 0)
            clauses[clause] = Draw(ref stream);
        return clauses;
    }

    /// <inheritdoc/>
    public Landscape Generate()
    {
        NeighborhoodGraph graph = Problem.BooleanGraph(Variables);
        (int Mask, int Violation)[] clauses = [.. Clauses().Select(Violation)];
        double[] satisfied = GC.AllocateUninitializedArray<double>(graph.VertexCount);
        Workers.ForBlocks(satisfied.Length, (start, length) =>
        {
            for (int cell = start; cell < start + length; cell++)
            {
                int violated = 0;
                foreach ((int mask, int violation) in clauses)
                    violated += (cell & mask) == violation ? 1 : 0;
                satisfied[cell] = clauses.Length - violated;
            }
        });
        return Problem.Landscape(graph, satisfied, Objective.Maximize);
    }

    /// <summary>Three literals of different variables, by variable.</summary>
    private int[] Draw(ref RandomStream stream)
    {
        int first = stream.Next(Variables);
        int second = stream.Next(Variables);
        int third = stream.Next(Variables);
        while (second == first)
            second = stream.Next(Variables);
        while (third == first || third == second)
            third = stream.Next(Variables);
        int[] literals = [first + 1, second + 1, third + 1];
        Array.Sort(literals);
        foreach (ref int literal in literals.AsSpan())
            literal = stream.Next(2) == 0 ? literal : -literal;
        return literals;
    }

    /// <summary>The bits of a clause's variables in a cell, and their only values that violate it.</summary>
    private (int Mask, int Violation) Violation(IReadOnlyList<int> clause)
    {
        int mask = 0;
        int violation = 0;
        foreach (int literal in clause)
        {
            int bit = 1 << (Variables - Math.Abs(literal));
            mask |= bit;
            violation |= literal < 0 ? bit : 0;
        }

        return (mask, violation);
    }
}
