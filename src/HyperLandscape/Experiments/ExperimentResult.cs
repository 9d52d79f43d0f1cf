using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Experiments;

/// <summary>All finished runs of an experiment, and the landscapes that they are.</summary>
public sealed class ExperimentResult
{
    private readonly FinishedRun[] runs;

    internal ExperimentResult(Experiment experiment, IEnumerable<FinishedRun> finished)
    {
        Experiment = experiment;
        var position = experiment.Fidelities.Select((fidelity, index) => (fidelity, index)).ToDictionary(pair => pair.fidelity, pair => pair.index);
        runs = [.. finished
            .OrderBy(run => run.Run.Configuration.Cell)
            .ThenBy(run => position[run.Run.Fidelity])
            .ThenBy(run => run.Run.Seed)];
    }

    /// <summary>The experiment; when read from a journal, its name, space, fidelities and measures.</summary>
    public Experiment Experiment { get; }

    /// <summary>The finished runs by cell, then fidelity in the order of the experiment, then seed.</summary>
    public IReadOnlyList<FinishedRun> Runs => runs;

    /// <summary>The runs without a finite value of every measure, each with its reason.</summary>
    public IEnumerable<FinishedRun> FailedRuns => runs.Where(run => run.IsFailed);

    /// <summary>
    /// Reads the finished runs of a journal that is not in use. A last line that was torn is no finished run and left
    /// out. O(runs).
    /// </summary>
    /// <param name="journal">The file, see <see cref="Experiment.RunAsync"/>.</param>
    /// <exception cref="InvalidDataException">The file is no journal, or is damaged; the message names the line.</exception>
    /// <exception cref="IOException">The file cannot be read, or is in use.</exception>
    public static ExperimentResult Read(string journal)
    {
        JournalContents contents = Journal.Read(journal);
        return new ExperimentResult(contents.Experiment, contents.Runs);
    }

    /// <summary>
    /// One landscape per measure and fidelity, labeled so. Seeds are combined, with their standard errors in
    /// <see cref="Landscape.StandardErrors"/>; a configuration all of whose runs failed is in
    /// <see cref="Landscape.FailedCells"/>. Landscapes without failures share the graph. O(runs * measures).
    /// </summary>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <param name="seeds">How the seeds of a configuration are combined.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <exception cref="InvalidOperationException">A fidelity has no run, or none with a finite value of some measure.</exception>
    public LandscapeSet ToLandscapes(Tolerance tolerance = default, Duplicates seeds = Duplicates.Mean, INeighborhood? neighborhood = null) =>
        ToLandscapes(["measure", "fidelity"], Experiment.Fidelities.Select(fidelity => (fidelity, (int?)null)), tolerance, seeds, neighborhood);

    /// <summary>
    /// One landscape per measure, fidelity and seed, labeled so: the repeats from which <c>NoiseTolerance</c> tells which
    /// differences are noise. A run that failed is in <see cref="Landscape.FailedCells"/> of its seed. Landscapes without
    /// failures share the graph. O(runs * measures).
    /// </summary>
    /// <param name="tolerance">Up to which difference neighbours are neutral; by default only exact ties are.</param>
    /// <param name="neighborhood">Which cells are adjacent; <see cref="GridNeighborhood"/> if null.</param>
    /// <exception cref="InvalidOperationException">A seed has no run at a fidelity, or none with a finite value of some measure.</exception>
    public LandscapeSet ToLandscapesBySeed(Tolerance tolerance = default, INeighborhood? neighborhood = null) =>
        ToLandscapes(
            ["measure", "fidelity", "seed"],
            from fidelity in Experiment.Fidelities from seed in runs.Select(run => run.Run.Seed).Distinct().Order() select (fidelity, (int?)seed),
            tolerance,
            Duplicates.Refuse,
            neighborhood);

    /// <summary>For example <c>480 runs of 160 configurations, 3 failed</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Counted.Of(runs.Length, "run")} of {Counted.Of(runs.Select(run => run.Run.Configuration.Cell).Distinct().Count(), "configuration")}, {FailedRuns.Count():N0} failed");

    private LandscapeSet ToLandscapes(string[] labelNames, IEnumerable<(Fidelity Fidelity, int? Seed)> groups, Tolerance tolerance, Duplicates seeds, INeighborhood? neighborhood)
    {
        var landscapes = new List<(Landscape, IReadOnlyList<string>)>();
        Runs? grouped = null;
        long[] groupedCells = [];
        foreach ((Fidelity fidelity, int? seed) in groups)
        {
            FinishedRun[] rows = [.. runs.Where(run => run.Run.Fidelity == fidelity && (seed is null || run.Run.Seed == seed))];
            long[] cells = [.. rows.Select(run => run.Run.Configuration.Cell)];
            string[] seedLabel = seed is null ? [] : [seed.Value.ToString(CultureInfo.InvariantCulture)];
            if (grouped is null || !cells.AsSpan().SequenceEqual(groupedCells))
                (grouped, groupedCells) = (new Runs(Experiment.Space, cells, neighborhood ?? new GridNeighborhood(), seeds), cells);
            for (int i = 0; i < Experiment.Measures.Count; i++)
            {
                double[] values = [.. rows.Select(run => run.Values[i])];
                if (!values.Any(double.IsFinite))
                    throw new InvalidOperationException($"No run at the fidelity '{fidelity}'{string.Concat(seedLabel.Select(label => $" with the seed {label}"))} has a finite {Experiment.Measures[i]}{(rows.Length > 0 ? $"; the first failed so: {rows[0].Error}" : "")}");
                landscapes.Add((grouped.ToLandscape(values, Experiment.Measures[i].Objective, tolerance), [Experiment.Measures[i].Name, fidelity.Name, .. seedLabel]));
            }
        }

        return new LandscapeSet(labelNames, landscapes);
    }
}
