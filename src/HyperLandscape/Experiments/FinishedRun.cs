namespace HyperLandscape.Experiments;

/// <summary>A run and what came of it.</summary>
/// <param name="Run">The run.</param>
/// <param name="Values">One value per measure, in their order; NaN where the run yielded none or none that is finite.</param>
/// <param name="Error">Why there is no finite value of every measure: what was thrown, that time ran out, or which measure is not finite; null if there is.</param>
/// <param name="Duration">How long the last attempt took.</param>
/// <param name="Attempts">Number of attempts, at least 1.</param>
public sealed record FinishedRun(Run Run, IReadOnlyList<double> Values, string? Error, TimeSpan Duration, int Attempts)
{
    /// <summary>Whether a measure has no finite value.</summary>
    public bool IsFailed => Error is not null;
}
