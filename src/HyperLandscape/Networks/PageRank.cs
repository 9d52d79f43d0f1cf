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
        Array.Fill(rank, 1.0 / count);
        double change;
        do
        {
            double anew = (1 - damping + (damping * sinks.Sum(sink => rank[sink]))) / count;
            Workers.ForBlocks(count, (start, length) =>
            {
                for (int node = start; node < start + length; node++)
                    next[node] = anew + (damping * Received(incoming, node, rank, strengths));
            });
            change = 0;
            for (int node = 0; node < count; node++)
                change += Math.Abs(next[node] - rank[node]);
            (rank, next) = (next, rank);
        }
        while (change * damping > Accuracy * (1 - damping));
        return rank;
    }

    private static double Received(NetworkRows incoming, int node, double[] rank, long[] strengths)
    {
        double sum = 0;
        ReadOnlySpan<int> sources = incoming.Targets(node);
        ReadOnlySpan<long> counts = incoming.Counts(node);
        for (int edge = 0; edge < sources.Length; edge++)
            sum += rank[sources[edge]] * counts[edge] / strengths[sources[edge]];
        return sum;
    }
}
