namespace HyperLandscape.Tests.Experiments;

/// <summary>Time that passes when it is told to.</summary>
internal sealed class ManualTime : TimeProvider
{
    private long ticks;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override long GetTimestamp() => Interlocked.Read(ref ticks);

    public void Pass(TimeSpan span) => Interlocked.Add(ref ticks, span.Ticks);
}
