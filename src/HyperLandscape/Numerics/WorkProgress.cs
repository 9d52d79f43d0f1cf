namespace HyperLandscape.Numerics;

/// <summary>
/// Who is told how far the current work has got. Carried along like the options of <see cref="Workers"/>, so that
/// interfaces for users to implement need no parameter for it.
/// </summary>
internal sealed class WorkProgress : IProgress<double>
{
    private static readonly AsyncLocal<WorkProgress?> Current = new();

    private readonly IProgress<double> progress;
    private readonly double from;
    private readonly double to;

    private WorkProgress(IProgress<double> progress, double from, double to)
    {
        this.progress = progress;
        this.from = from;
        this.to = to;
    }

    /// <summary>Runs a body whose reports go to the given receiver, or nowhere if it is null.</summary>
    public static T With<T>(IProgress<double>? progress, Func<T> body) =>
        Under(progress is null ? null : new WorkProgress(progress, 0, 1), body);

    /// <summary>Runs a body whose reports, 0 to 1, are a part of the whole.</summary>
    public static T Part<T>(double from, double to, Func<T> body)
    {
        WorkProgress? whole = Current.Value;
        return Under(whole is null ? null : new WorkProgress(whole.progress, whole.At(from), whole.At(to)), body);
    }

    /// <summary>Who is told about the current work, for work that reports by itself; null if nobody is.</summary>
    public static IProgress<double>? Receiver => Current.Value;

    /// <summary>Says that this share, 0 to 1, of the current work is done.</summary>
    public static void Report(double share) => Receiver?.Report(share);

    void IProgress<double>.Report(double value) => progress.Report(At(value));

    private static T Under<T>(WorkProgress? inner, Func<T> body)
    {
        WorkProgress? before = Current.Value;
        Current.Value = inner;
        try
        {
            return body();
        }
        finally
        {
            Current.Value = before;
        }
    }

    private double At(double share) => from + ((to - from) * share);
}
