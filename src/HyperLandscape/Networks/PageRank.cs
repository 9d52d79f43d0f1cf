using HyperLandscape.Numerics;

namespace HyperLandscape.Networks;

/// <summary>PageRank by repeated steps of the walk, each of which shrinks the error by the damping.</summary>
internal static class PageRank
{
    private const double Accuracy = 1e-14;

    public static double[] Of(LocalOptimaNetwork network, double damping)
    {
        int count = network.Count;
        NetworkRows incoming = network.Incoming;
        long[] strengths = [.. Enumerable.Range(0, count).Select(network.OutStrength)];
        int[] sinks = network.Sinks();
        var rank = new double[count];
        var next = new double[count];
        var perMove = new double[count]; // of a node's rank; a sink has no moves, and no edge asks for it
        Array.Fill(rank, 1.0 / count);
        double change;
        do
        {
            double anew = (1 - damping + (damping * sinks.Sum(sink => rank[sink]))) / count;
            for (int node = 0; node < count; node++)
                perMove[node] = rank[node] / strengths[node];
            Workers.ForBlocks(count, (start, length) =>
            {
                for (int node = start; node < start + length; node++)
                    next[node] = anew + (damping * Received(incoming, node, perMove));
            });
            change = 0;
            for (int node = 0; node < count; node++)
                change += Math.Abs(next[node] - rank[node]);
            (rank, next) = (next, rank);
        }
        while (change * damping > Accuracy * (1 - damping));
        return rank;
    }

    /// <summary>Two sums side by side, so that an edge need not wait for the one before.</summary>
    private static double Received(NetworkRows incoming, int node, double[] perMove)
    {
        ReadOnlySpan<int> sources = incoming.Targets(node);
        ReadOnlySpan<long> counts = incoming.Counts(node)[..sources.Length];
        double even = 0;
        double odd = 0;
        int edge = 0;
        for (; edge + 1 < sources.Length; edge += 2)
        {
            even += perMove[sources[edge]] * counts[edge];
            odd += perMove[sources[edge + 1]] * counts[edge + 1];
        }

        if (edge < sources.Length)
            even += perMove[sources[edge]] * counts[edge];
        return even + odd;
    }
}
