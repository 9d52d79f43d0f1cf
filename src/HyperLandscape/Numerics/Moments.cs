using System.Numerics.Tensors;

namespace HyperLandscape.Numerics;

/// <summary>Mean and central moments (means of powers of the distance from the mean), in two passes over fixed blocks.</summary>
internal readonly record struct Moments(double Mean, double Second, double Third, double Fourth)
{
    /// <summary>How many values are looked at before the next: their powers should stay in cache.</summary>
    private const int TileLength = 512;

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
            Span<double> buffer = stackalloc double[TileLength];
            double sum = 0;
            for (int tile = start; tile < start + length; tile += TileLength)
                sum += TensorPrimitives.Sum<double>(Distances(values.Span[tile..Math.Min(start + length, tile + TileLength)], origin, buffer));
            blocks[start / Workers.BlockSize] = sum;
        });
        double total = 0;
        foreach (double block in blocks)
            total += block;
        return origin + (total / values.Length);
    }

    private static Moments Sums(ReadOnlySpan<double> values, double mean)
    {
        Span<double> distanceBuffer = stackalloc double[TileLength];
        Span<double> squareBuffer = stackalloc double[TileLength];
        double second = 0;
        double third = 0;
        double fourth = 0;
        for (int tile = 0; tile < values.Length; tile += TileLength)
        {
            ReadOnlySpan<double> distances = Distances(values[tile..Math.Min(values.Length, tile + TileLength)], mean, distanceBuffer);
            Span<double> squares = squareBuffer[..distances.Length];
            TensorPrimitives.Multiply(distances, distances, squares);
            second += TensorPrimitives.Sum<double>(squares);
            third += TensorPrimitives.Dot(squares, distances);
            fourth += TensorPrimitives.SumOfSquares<double>(squares);
        }

        return new Moments(mean, second, third, fourth);
    }

    private static ReadOnlySpan<double> Distances(ReadOnlySpan<double> values, double origin, Span<double> buffer)
    {
        TensorPrimitives.Subtract(values, origin, buffer);
        return buffer[..values.Length];
    }
}
