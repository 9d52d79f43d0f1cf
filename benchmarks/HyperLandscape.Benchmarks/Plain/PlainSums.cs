namespace HyperLandscape.Benchmarks.Plain;

/// <summary>Pearson correlation from five sums of what lies beyond an origin, which should be near the means.</summary>
internal struct PlainSums(double originX, double originY)
{
    private long count;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    public void Add(double valueX, double valueY)
    {
        double dx = valueX - originX;
        double dy = valueY - originY;
        count++;
        x += dx;
        y += dy;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }

    public readonly double Correlation() => (xy - (x * y / count)) / Math.Sqrt((xx - (x * x / count)) * (yy - (y * y / count)));
}
