namespace HyperLandscape.Numerics;

/// <summary>Running sums for the Pearson correlation of two variables, measured from the first pair so that nothing cancels.</summary>
internal record struct PairSums(double OriginX, double OriginY)
{
    private double count;
    private double x;
    private double y;
    private double xx;
    private double yy;
    private double xy;

    public readonly double Count => count;

    public readonly double MeanY => OriginY + (y / count);

    public void Add(double valueX, double valueY)
    {
        double dx = valueX - OriginX;
        double dy = valueY - OriginY;
        count++;
        x += dx;
        y += dy;
        xx += dx * dx;
        yy += dy * dy;
        xy += dx * dy;
    }

    /// <summary>Adds sums that were measured from the same origin.</summary>
    public void Add(in PairSums other)
    {
        count += other.count;
        x += other.x;
        y += other.y;
        xx += other.xx;
        yy += other.yy;
        xy += other.xy;
    }

    /// <summary>Pearson correlation; NaN with fewer than two pairs or if a variable does not vary.</summary>
    public readonly double Correlation()
    {
        double spreadX = xx - (x * x / count);
        double spreadY = yy - (y * y / count);
        if (count < 2 || !(spreadX > 1e-13 * xx) || !(spreadY > 1e-13 * yy))
            return double.NaN;
        return Math.Clamp((xy - (x * y / count)) / Math.Sqrt(spreadX * spreadY), -1, 1);
    }
}
