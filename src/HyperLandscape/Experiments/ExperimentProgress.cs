using System.Globalization;

namespace HyperLandscape.Experiments;

/// <summary>How far an experiment has got.</summary>
/// <param name="Total">Number of runs that are asked for.</param>
/// <param name="Finished">Number of these that are finished, failed or not.</param>
/// <param name="Failed">Number of the finished runs that failed.</param>
/// <param name="Resumed">Number of the finished runs that were found in the journal.</param>
/// <param name="Elapsed">Time since the experiment was started or resumed.</param>
public sealed record ExperimentProgress(long Total, long Finished, long Failed, long Resumed, TimeSpan Elapsed)
{
    /// <summary>Runs finished per second, those found in the journal aside; NaN until there is one.</summary>
    public double Rate => Finished > Resumed && Elapsed > TimeSpan.Zero ? (Finished - Resumed) / Elapsed.TotalSeconds : double.NaN;

    /// <summary>Time until all runs are finished if they go on at the <see cref="Rate"/>; null while that is unknown.</summary>
    public TimeSpan? TimeLeft =>
        Finished == Total ? TimeSpan.Zero
        : (Total - Finished) / Rate is double seconds && seconds < TimeSpan.MaxValue.TotalSeconds ? TimeSpan.FromSeconds(seconds)
        : null;

    /// <summary>For example <c>120 of 480 runs (3 failed), 4.1 per second, 0:01:28 left</c>.</summary>
    public override string ToString()
    {
        string failed = Failed > 0 ? string.Create(CultureInfo.InvariantCulture, $" ({Failed:N0} failed)") : "";
        string pace = TimeLeft is { } left && Finished > Resumed ? string.Create(CultureInfo.InvariantCulture, $", {Rate.ToString(Rate < 10 ? "G2" : "N0", CultureInfo.InvariantCulture)} per second, {(long)left.TotalHours}:{left:mm\\:ss} left") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{Finished:N0} of {Total:N0} runs{failed}{pace}");
    }
}
