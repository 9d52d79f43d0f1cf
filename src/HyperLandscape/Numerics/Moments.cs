namespace HyperLandscape.Numerics;

/// <summary>Mean and central moments (means of powers of the distance from the mean), in two passes over fixed blocks.</summary>
internal readonly record struct Moments(double Mean, double Second, double Third, double Fourth)
{
    /// <summary>The moments of at least one value. If all values are equal, the central ones are exactly 0.</summary>
    public static Moments Of(ReadOnlyMemory<double> values)
    {
        double mean = MeanOf(values);
        var blocks = new Moments[Workers.BlockCount(values.Length)];
        Workers.ForBlocks(values.Length, (start, length) => blocks[start / Workers.BlockSize] = Sums(values.Span.Slice(start, length), mean));
        double second = 0;
        double third = 0;
        double fourth = 0;
        foreach (Moments block in blocks)
        {
            second += block.Second;
            third += block.Third;
            fourth += block.Fourth;
        }

        return new Moments(mean, second / values.Length, third / values.Length, fourth / values.Length);
    }

    /// <summary>The mean, measured from the first value: exact if all are equal.</summary>
    public static double MeanOf(ReadOnlyMemory<double> values)
    {
        double origin = values.Span[0];
        var blocks = new double[Workers.BlockCount(values.Length)];
        Workers.ForBlocks(values.Length, (start, length) =>
        {
            double sum = 0;
            foreach (double value in values.Span.Slice(start, length))
                sum += value - origin;
            blocks[start / Workers.BlockSize] = sum;
        });
        double total = 0;
        foreach (double block in blocks)
            total += block;
        return origin + (total / values.Length);
    }

    private static Moments Sums(ReadOnlySpan<double> values, double mean)
    {
        double second = 0;
        double third = 0;
        double fourth = 0;
        foreach (double value in values)
        {
            double distance = value - mean;
            double square = distance * distance;
            second += square;
            third += square * distance;
            fourth += square * square;
        }

        return new Moments(mean, second, third, fourth);
    }
}
