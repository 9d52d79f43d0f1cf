namespace HyperLandscape.Reference;

/// <summary>Nearest neighbours of mixed configurations from their definition, pair by pair.</summary>
public static class ReferenceNearest
{
    /// <summary>Whether either of two configurations is among the k nearest of the other, for all pairs.</summary>
    /// <param name="count">Number of configurations.</param>
    /// <param name="k">Number of nearest.</param>
    /// <param name="differences">The differences of two configurations, one per hyperparameter, in the scaled space.</param>
    public static bool[,] Neighbors(int count, int k, Func<int, int, double[]> differences)
    {
        var result = new bool[count, count];
        for (int i = 0; i < count; i++)
        {
            int[] nearest = [.. Enumerable.Range(0, count).Where(j => j != i).OrderBy(j => differences(i, j).Sum(d => d * d)).ThenBy(j => j).Take(k)];
            foreach (int j in nearest)
                result[i, j] = result[j, i] = true;
        }

        return result;
    }
}
