using System.Globalization;

namespace HyperLandscape.Experiments;

/// <summary>An experiment while it runs: what is finished, and the runs in flight.</summary>
internal sealed class Evaluation
{
    private const int LongestReason = 1000;

    private readonly Experiment experiment;
    private readonly Func<Run, CancellationToken, Task<IReadOnlyList<double>>> objective;
    private readonly Journal? journal;
    private readonly IProgress<ExperimentProgress>? progress;
    private readonly Dictionary<Run, FinishedRun> finished = [];
    private readonly List<Run> planned = [];
    private readonly Lock gate = new();
    private readonly long started;
    private ExperimentProgress state;

    public Evaluation(Experiment experiment, Func<Run, CancellationToken, Task<IReadOnlyList<double>>> objective, Journal? journal, IProgress<ExperimentProgress>? progress)
    {
        this.experiment = experiment;
        this.objective = objective;
        this.journal = journal;
        this.progress = progress;
        foreach (FinishedRun run in journal?.Runs ?? [])
            finished.Add(run.Run, run);

        var cells = new HashSet<long>();
        foreach (long cell in experiment.Plan.Cells(experiment.Space))
        {
            if (!cells.Add(cell))
                throw new ArgumentException($"The plan names the configuration {experiment.Space[cell]} twice; it must name each once.", nameof(experiment));
            planned.AddRange(
                from fidelity in experiment.Fidelities
                from seed in experiment.Seeds
                select new Run(experiment.Space[cell], fidelity, seed));
        }

        int resumed = planned.Count(IsDone);
        int failed = planned.Count(run => IsDone(run) && finished[run].IsFailed);
        state = new ExperimentProgress(planned.Count, resumed, failed, resumed, TimeSpan.Zero);
        started = experiment.Time.GetTimestamp();
    }

    /// <summary>Does all runs that are not done.</summary>
    public async Task<ExperimentResult> RunAsync(CancellationToken cancellationToken)
    {
        progress?.Report(state);
        var options = new ParallelOptions { MaxDegreeOfParallelism = experiment.MaxDegreeOfParallelism, CancellationToken = cancellationToken };
        Run[] pending = [.. planned.Where(run => !IsDone(run))];
        await Parallel.ForEachAsync(pending, options, async (run, token) => Keep(await TryAsync(run, token).ConfigureAwait(false))).ConfigureAwait(false);
        return new ExperimentResult(experiment, finished.Values);
    }

    private bool IsDone(Run run) => finished.TryGetValue(run, out FinishedRun? known) && !(known.IsFailed && experiment.RepeatFailed);

    private void Keep(FinishedRun run)
    {
        lock (gate) // lines and reports follow one another
        {
            journal?.Append(run);
            finished[run.Run] = run;
            state = state with
            {
                Finished = state.Finished + 1,
                Failed = state.Failed + (run.IsFailed ? 1 : 0),
                Elapsed = experiment.Time.GetElapsedTime(started),
            };
            progress?.Report(state);
        }
    }

    /// <summary>Tries a run until it succeeds or was tried often enough.</summary>
    private async Task<FinishedRun> TryAsync(Run run, CancellationToken token)
    {
        for (int attempt = 1; ; attempt++)
        {
            long start = experiment.Time.GetTimestamp();
            using var timeout = new CancellationTokenSource(experiment.Timeout, experiment.Time);
            using var either = CancellationTokenSource.CreateLinkedTokenSource(token, timeout.Token);
            IReadOnlyList<double>? values = null;
            string reason = "The objective yielded null.";
            try
            {
                // On the pool and not waited for beyond the token, so that an objective that blocks can be left behind.
                values = await Task.Run(() => objective(run, either.Token), either.Token).WaitAsync(either.Token).ConfigureAwait(false);
            }
            catch (OperationCanceledException) when (!token.IsCancellationRequested && timeout.IsCancellationRequested)
            {
                reason = string.Create(CultureInfo.InvariantCulture, $"The run took longer than {experiment.Timeout}.");
            }
            catch (Exception error) when (!token.IsCancellationRequested)
            {
                reason = $"{error.GetType().Name}: {error.Message}";
            }

            if (values is not null)
                return Succeed(run, values, experiment.Time.GetElapsedTime(start), attempt);
            if (attempt >= experiment.Attempts)
                return new FinishedRun(run, [.. experiment.Measures.Select(_ => double.NaN)], reason.Length <= LongestReason ? reason : reason[..LongestReason] + "...", experiment.Time.GetElapsedTime(start), attempt);
        }
    }

    private FinishedRun Succeed(Run run, IReadOnlyList<double> values, TimeSpan duration, int attempt)
    {
        if (values.Count != experiment.Measures.Count)
            throw new InvalidOperationException($"The objective yielded {values.Count} values for {run}; the experiment has the {experiment.Measures.Count} measures {string.Join(", ", experiment.Measures)}.");
        double[] finite = [.. values.Select(value => double.IsFinite(value) ? value : double.NaN)];
        string[] reasons = [.. experiment.Measures.Zip(values).Where(pair => !double.IsFinite(pair.Second)).Select(pair => string.Create(CultureInfo.InvariantCulture, $"{pair.First} is {pair.Second}."))];
        return new FinishedRun(run, finite, reasons.Length == 0 ? null : string.Join(' ', reasons), duration, attempt);
    }
}
