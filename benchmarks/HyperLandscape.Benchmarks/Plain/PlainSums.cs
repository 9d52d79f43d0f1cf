namespace HyperLandscape.Benchmarks.Plain;

/// <summary>Pearson correlation from five sums.</summary>
internal struct PlainSums
{
    private long count;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    public void Add(double valueX, double valueY)
    {
        count++;
        x += valueX;
        y += valueY;
        xx += valueX * valueX;
        yy += valueY * valueY;
        xy += valueX * valueY;
    }

    public readonly double Correlation() => (xy - (x * y / count)) / Math.Sqrt((xx - (x * x / count)) * (yy - (y * y / count)));
}
