namespace HyperLandscape.Plotting.Reports;

/// <summary>Work in steps of known shares of the whole, whose progress is passed on as that of the whole.</summary>
internal sealed class Steps(ParallelOptions? options, IProgress<double>? progress, double from = 0, double to = 1)
{
    private double done;

    /// <summary>Threads and cancellation of every step.</summary>
    public ParallelOptions Options { get; } = options ?? new ParallelOptions();

    /// <summary>Runs a step that is this share of the whole.</summary>
    public T Run<T>(double share, Func<Steps, T> step)
    {
        Options.CancellationToken.ThrowIfCancellationRequested();
        T result = step(new Steps(Options, progress, At(done), At(done + share)));
        done += share;
        progress?.Report(At(done));
        return result;
    }

    /// <summary>Receives the progress of the current step, 0 to 1; null if nobody asks.</summary>
    public IProgress<double>? Progress => progress is null ? null : new Part(progress, from, to);

    private double At(double share) => from + ((to - from) * Math.Min(1, share));

    private sealed class Part(IProgress<double> whole, double from, double to) : IProgress<double>
    {
        public void Report(double value) => whole.Report(from + ((to - from) * value));
    }
}
