using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>A tree that splits points by which of two random ones they are nearer to, down to small leaves.</summary>
internal sealed class RandomTree
{
    private const int Trees = 8;
    private const int SmallestLeaf = 30;

    private readonly int[] order;
    private readonly int[] leafStarts; // by point
    private readonly int[] leafEnds;

    private RandomTree(PointRows points, int leafSize, int seed, int number)
    {
        order = new int[points.Count];
        leafStarts = new int[points.Count];
        leafEnds = new int[points.Count];
        for (int i = 0; i < order.Length; i++)
            order[i] = i;
        var random = new RandomStream(seed, number);
        var open = new Stack<(int Start, int End)>();
        open.Push((0, order.Length));
        while (open.TryPop(out (int Start, int End) part))
        {
            if (part.End - part.Start <= leafSize)
            {
                for (int i = part.Start; i < part.End; i++)
                    (leafStarts[order[i]], leafEnds[order[i]]) = (part.Start, part.End);
                continue;
            }

            int middle = Split(points, part.Start, part.End, ref random);
            open.Push((part.Start, middle));
            open.Push((middle, part.End));
        }
    }

    /// <summary>Several trees, each with a random stream of its own.</summary>
    public static RandomTree[] Forest(PointRows points, int neighbors, int seed)
    {
        var trees = new RandomTree[Trees];
        Workers.For(Trees, tree => trees[tree] = new RandomTree(points, Math.Max(SmallestLeaf, 2 * neighbors), seed, tree));
        return trees;
    }

    /// <summary>The points in the leaf of a point.</summary>
    public ReadOnlySpan<int> Leaf(int point) => order.AsSpan(leafStarts[point]..leafEnds[point]);

    /// <summary>Orders a part of the points into two, and returns where the second begins.</summary>
    private int Split(PointRows points, int start, int end, ref RandomStream random)
    {
        int a = order[start + random.Next(end - start)];
        int b = order[start + random.Next(end - start)];
        int low = start;
        int high = end;
        while (low < high)
        {
            if (points.Raw(order[low], points, a) < points.Raw(order[low], points, b))
                low++;
            else
                (order[low], order[--high]) = (order[high], order[low]);
        }

        // Equal points and unlucky choices: halves, whatever they hold, end as well.
        int least = (end - start) / 10;
        return low - start < least || end - low < least ? start + ((end - start) / 2) : low;
    }
}
