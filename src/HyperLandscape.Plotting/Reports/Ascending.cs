namespace HyperLandscape.Plotting.Reports;

/// <summary>Passes on progress only where it is some: never backward, one report at a time, and not the same percentage twice.</summary>
internal sealed class Ascending(IProgress<double> receiver) : IProgress<double>
{
    private readonly Lock gate = new();
    private int last;

    public void Report(double value)
    {
        lock (gate)
        {
            int percent = (int)((100 * value) + 1e-9);
            if (percent <= last)
                return;
            last = percent;
            receiver.Report(percent / 100.0);
        }
    }
}
