namespace HyperLandscape.Reference;

/// <summary>What the kernels of the library compute, as plain loops.</summary>
public static class ReferenceNumerics
{
    public static double SumOfAbsoluteDifferences(double[] a, double[] b)
    {
        double sum = 0;
        for (int i = 0; i < a.Length; i++)
            sum += Math.Abs(a[i] - b[i]);
        return sum;
    }

    /// <summary>Position -> index; equal values keep their order.</summary>
    public static int[] SortedOrder(double[] values) => [.. Enumerable.Range(0, values.Length).OrderBy(i => values[i])];

    /// <summary>The k-th smallest value, k from 1.</summary>
    public static double Smallest(double[] values, int k)
    {
        double[] sorted = [.. values];
        Array.Sort(sorted);
        return sorted[k - 1];
    }

    /// <summary>Whether each value is not above a limit.</summary>
    public static bool[] NotAbove(double[] values, double limit)
    {
        var members = new bool[values.Length];
        for (int i = 0; i < values.Length; i++)
            members[i] = values[i] <= limit;
        return members;
    }

    public static int CountCommon(bool[] a, bool[] b)
    {
        int count = 0;
        for (int i = 0; i < a.Length; i++)
        {
            if (a[i] && b[i])
                count++;
        }

        return count;
    }
}
