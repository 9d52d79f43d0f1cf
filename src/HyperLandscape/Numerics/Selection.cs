using System.Buffers;

namespace HyperLandscape.Numerics;

/// <summary>Order statistics without sorting.</summary>
internal static class Selection
{
    private const int FewValues = 32;

    /// <summary>The k-th smallest value, k from 1. O(n) on average.</summary>
    public static double Smallest(ReadOnlySpan<double> values, int k)
    {
        double[] rented = ArrayPool<double>.Shared.Rent(values.Length);
        try
        {
            Span<double> rest = rented.AsSpan(0, values.Length);
            values.CopyTo(rest);
            while (rest.Length > FewValues)
            {
                double pivot = MedianOfThree(rest[0], rest[rest.Length / 2], rest[^1]);
                int smaller = MoveBelow(rest, pivot);
                if (k <= smaller)
                {
                    rest = rest[..smaller];
                    continue;
                }

                int notLarger = smaller + MoveBelow(rest[smaller..], double.BitIncrement(pivot));
                if (k <= notLarger)
                    return pivot;
                rest = rest[notLarger..];
                k -= notLarger;
            }

            rest.Sort();
            return rest[k - 1];
        }
        finally
        {
            ArrayPool<double>.Shared.Return(rented);
        }
    }

    /// <summary>The value below which a share of the values lies, interpolated linearly between order statistics. O(n) on average.</summary>
    public static double Quantile(ReadOnlySpan<double> values, double share)
    {
        double position = share * (values.Length - 1);
        int below = (int)position;
        double low = Smallest(values, below + 1);
        return position == below ? low : low + ((position - below) * (Next(values, below + 1, low) - low));
    }

    /// <summary>The (k + 1)-th smallest value, given the k-th.</summary>
    private static double Next(ReadOnlySpan<double> values, int k, double smallest)
    {
        int notAbove = 0;
        double above = double.PositiveInfinity;
        foreach (double value in values)
        {
            notAbove += value <= smallest ? 1 : 0;
            above = value > smallest && value < above ? value : above;
        }

        return notAbove > k ? smallest : above;
    }

    /// <summary>Moves the values below a limit to the front and returns how many there are. Without a branch, which half of the values would mispredict.</summary>
    private static int MoveBelow(Span<double> values, double limit)
    {
        int count = 0;
        for (int i = 0; i < values.Length; i++)
        {
            double value = values[i];
            values[i] = values[count];
            values[count] = value;
            count += value < limit ? 1 : 0;
        }

        return count;
    }

    private static double MedianOfThree(double a, double b, double c) => Math.Max(Math.Min(a, b), Math.Min(Math.Max(a, b), c));
}
