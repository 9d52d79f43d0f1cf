namespace HyperLandscape.Plotting;

/// <summary>
/// An order in which like stands by like: the leaves of average linkage clustering (Sokal and Michener 1958), where of
/// two clusters that are joined each is turned so that the ends that meet are nearest. O(n^3).
/// </summary>
internal static class ClusterOrder
{
    /// <param name="distances">Symmetric and finite.</param>
    public static int[] Of(double[,] distances)
    {
        List<int[]> clusters = [.. Enumerable.Range(0, distances.GetLength(0)).Select(i => (int[])[i])];
        var between = (double[,])distances.Clone();
        List<int> slots = [.. Enumerable.Range(0, clusters.Count)];
        while (clusters.Count > 1)
        {
            (int a, int b) = Nearest(slots, between);
            int slotA = slots[a];
            int slotB = slots[b];
            foreach (int other in slots)
            {
                double mean = ((clusters[a].Length * between[slotA, other]) + (clusters[b].Length * between[slotB, other])) / (clusters[a].Length + clusters[b].Length);
                between[slotA, other] = between[other, slotA] = mean;
            }

            clusters[a] = Join(clusters[a], clusters[b], distances);
            clusters.RemoveAt(b);
            slots.RemoveAt(b);
        }

        return clusters[0];
    }

    private static (int A, int B) Nearest(List<int> slots, double[,] between)
    {
        (int A, int B) nearest = (0, 1);
        for (int a = 0; a < slots.Count; a++)
        {
            for (int b = a + 1; b < slots.Count; b++)
            {
                if (between[slots[a], slots[b]] < between[slots[nearest.A], slots[nearest.B]])
                    nearest = (a, b);
            }
        }

        return nearest;
    }

    private static int[] Join(int[] a, int[] b, double[,] distances)
    {
        int[][] starts = [a, [.. a.Reverse()]];
        int[][] ends = [b, [.. b.Reverse()]];
        return starts.SelectMany(start => ends.Select(end => (int[])[.. start, .. end])).MinBy(joined => distances[joined[a.Length - 1], joined[a.Length]])!;
    }
}
