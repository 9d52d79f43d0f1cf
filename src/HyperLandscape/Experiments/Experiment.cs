using HyperLandscape.Spaces;

namespace HyperLandscape.Experiments;

/// <summary>
/// Evaluates configurations of a search space, at one or several fidelities and with one or several seeds, and keeps
/// every finished run in a journal, so that the work of hours or days can be interrupted at any time and goes on
/// where it was.
/// </summary>
/// <remarks>
/// <para>Runs go configuration by configuration through all fidelities and seeds: the rate tells when the experiment
/// will end, and one that is stopped has the same configurations at every fidelity.</para>
/// <para>A run that throws or takes too long is tried again up to <see cref="Attempts"/> times and then kept as failed,
/// with its reason. A run that ends with a value that is not finite is failed too, but not tried again.</para>
/// </remarks>
/// <param name="Space">The search space.</param>
public sealed record Experiment(SearchSpace Space)
{
    /// <summary>What is evaluated, such as the model and the data set. A journal is resumed only by an experiment of the same name.</summary>
    public string Name { get; init; } = "";

    /// <summary>What every run yields, at least one measure, with different names.</summary>
    public IReadOnlyList<Measure> Measures { get; init; } = [new Measure("loss")];

    /// <summary>At which fidelities every configuration is evaluated, at least one, with different names.</summary>
    public IReadOnlyList<Fidelity> Fidelities { get; init; } = [new Fidelity("full", 1)];

    /// <summary>With which seeds every configuration is evaluated, at least one, all different.</summary>
    public IReadOnlyList<int> Seeds { get; init; } = [0];

    /// <summary>Which configurations are evaluated. Subsets are nested, so a larger one continues a smaller one.</summary>
    public IPlan Plan { get; init; } = new CompleteGrid();

    /// <summary>Largest number of concurrent runs.</summary>
    public int MaxDegreeOfParallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>
    /// How long an attempt may take. Its token is canceled then, and an attempt that does not obey is left behind: it
    /// goes on in the background and what it yields is ignored.
    /// </summary>
    public TimeSpan Timeout { get; init; } = System.Threading.Timeout.InfiniteTimeSpan;

    /// <summary>How often a run is tried at most before it is kept as failed.</summary>
    public int Attempts { get; init; } = 1;

    /// <summary>Whether failed runs of the journal are run again, as after their cause was removed.</summary>
    public bool RepeatFailed { get; init; }

    /// <summary>What measures time.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <summary>Evaluates all configurations of the plan that are not in the journal yet.</summary>
    /// <remarks>
    /// <para>The journal is a text file with one line of JSON per finished run, each with a checksum, flushed to disk
    /// before the run counts as finished: a process that is killed loses at most the runs in flight. A last line that
    /// was torn is cut off and its run done again. No two processes can use one journal at once. Plan, seeds,
    /// parallelism and the like may change from one time to the next; the result has all runs of the journal.</para>
    /// <para>O(runs) memory. A run costs a flush to disk, some tenths of a millisecond to some milliseconds.</para>
    /// </remarks>
    /// <param name="objective">Yields one value per measure, in their order. Called concurrently on threads of the pool; what it throws fails the run. It should obey its token.</param>
    /// <param name="journal">The file that keeps the finished runs, made if it does not exist; if null they are kept in memory only.</param>
    /// <param name="cancellationToken">Ends the experiment; runs in flight are not kept.</param>
    /// <param name="progress">Told the state at the start and after every run, one report at a time.</param>
    /// <exception cref="ArgumentException">The experiment makes no sense: nothing to measure, names twice, a plan that does not fit the space.</exception>
    /// <exception cref="InvalidDataException">The journal is damaged (the message names the line), or belongs to an experiment with another name, space, fidelities or measures (the message tells which).</exception>
    /// <exception cref="InvalidOperationException">The objective yielded more or fewer values than there are measures.</exception>
    /// <exception cref="IOException">The journal is in use by another process, or cannot be opened or written. Runs finished before are kept.</exception>
    /// <exception cref="OperationCanceledException">The experiment was canceled.</exception>
    public async Task<ExperimentResult> RunAsync(Func<Run, CancellationToken, Task<IReadOnlyList<double>>> objective, string? journal = null, CancellationToken cancellationToken = default, IProgress<ExperimentProgress>? progress = null)
    {
        ExperimentChecks.Require(this);
        using Journal? file = journal is null ? null : Journal.Open(journal, this);
        var evaluation = new Evaluation(this, objective, file, progress);
        return await evaluation.RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
