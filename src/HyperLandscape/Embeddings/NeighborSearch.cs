using System.Buffers;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The nearest neighbours of points. Few points: all pairs. Many points: nearest-neighbour descent (Dong, Moses and Li,
/// WWW 2011) in which every point looks at the neighbours of its neighbours as they stood before the round, so that the
/// result does not depend on the number of threads. It starts from the neighbourhood graph where the points are
/// configurations, and otherwise from random trees.
/// </summary>
internal sealed class NeighborSearch
{
    private const int FewPoints = 4096;
    private const int MostRounds = 12;

    /// <summary>Rounds end when fewer than this share of all places change.</summary>
    private const double Settled = 0.002;

    private readonly PointRows points;
    private readonly int length;
    private readonly int[] indices;
    private readonly float[] distances;
    private bool[] isNew;

    private NeighborSearch(PointRows points, int length)
    {
        this.points = points;
        this.length = length;
        indices = new int[points.Count * length];
        distances = new float[indices.Length];
        isNew = new bool[indices.Length];
        indices.AsSpan().Fill(int.MaxValue);
        distances.AsSpan().Fill(float.PositiveInfinity);
    }

    /// <summary>The nearest neighbours of every point among the others.</summary>
    /// <param name="points">More points than neighbours.</param>
    /// <param name="length">Neighbours per point.</param>
    /// <param name="graph">The neighbourhood of the points, if they are configurations.</param>
    /// <param name="seed">Of the random trees.</param>
    public static NeighborTable Of(PointRows points, int length, NeighborhoodGraph? graph, int seed)
    {
        if (points.Count <= FewPoints)
            return Exact(points, points, length);
        var search = new NeighborSearch(points, length);
        if (graph is not null)
            search.StartFromGraph(graph);
        if (search.HasGaps)
            search.StartFromTrees(seed);
        search.Descend();
        if (search.HasGaps)
            search.CompareAll(points);
        return search.Finish();
    }

    /// <summary>The nearest points of every query, by all pairs; a query that is one of the points is not its own neighbour.</summary>
    public static NeighborTable Exact(PointRows queries, PointRows points, int length)
    {
        var search = new NeighborSearch(queries, length);
        search.CompareAll(points);
        return search.Finish();
    }

    /// <summary>Whether a list is not full.</summary>
    private bool HasGaps => distances.AsSpan().Contains(float.PositiveInfinity);

    /// <summary>Fills every list that is not full by a look at all points.</summary>
    private void CompareAll(PointRows others) => Panel.ForRows(points.Count, (start, end) =>
    {
        for (int point = start; point < end; point++)
        {
            NearestList nearest = List(point);
            if (!nearest.HasGap)
                continue;
            nearest.Clear();
            for (int other = 0; other < others.Count; other++)
            {
                float distance = points.Raw(point, others, other);
                if (nearest.Accepts(other, distance) && (other != point || !ReferenceEquals(points, others)))
                    nearest.Insert(other, distance);
            }
        }
    });

    private NeighborTable Finish()
    {
        for (int i = 0; i < distances.Length; i++)
            distances[i] = points.Finish(distances[i]);
        return new NeighborTable(length, indices, distances);
    }

    private NearestList List(int point) => new(indices.AsSpan(point * length, length), distances.AsSpan(point * length, length));

    /// <summary>Every point looks at the configurations at most two steps away.</summary>
    private void StartFromGraph(NeighborhoodGraph graph) => Visit((point, look) =>
    {
        Span<int> buffer = look.Buffer(graph.MaxDegree, 0);
        Span<int> second = look.Buffer(graph.MaxDegree, 1);
        foreach (int neighbor in graph.Neighbors(point, buffer))
        {
            look.At(neighbor);
            foreach (int further in graph.Neighbors(neighbor, second))
                look.At(further);
        }
    });

    private void StartFromTrees(int seed)
    {
        RandomTree[] trees = RandomTree.Forest(points, length, seed);
        Visit((point, look) =>
        {
            foreach (RandomTree tree in trees)
            {
                foreach (int other in tree.Leaf(point))
                    look.At(other);
            }
        });
    }

    private void Descend()
    {
        var starts = new int[points.Count + 1];
        var next = new int[points.Count + 1];
        var sources = new int[indices.Length];
        var sourceIsNew = new bool[indices.Length];
        var before = new int[indices.Length];
        var wasNew = new bool[indices.Length];
        for (int round = 0; round < MostRounds; round++)
        {
            Reverse(starts, next, sources, sourceIsNew);
            indices.CopyTo(before, 0);
            (wasNew, isNew) = (isNew, wasNew);
            Array.Clear(isNew);
            int changes = Visit((point, look) =>
            {
                // Two neighbours that were both looked at before have met in an earlier round.
                for (int i = point * length; i < (point + 1) * length; i++)
                    LookAround(before[i], wasNew[i], look);
                for (int i = starts[point]; i < starts[point + 1]; i++)
                    LookAround(sources[i], sourceIsNew[i], look);

                void LookAround(int middle, bool middleIsNew, Look look)
                {
                    if (middle == int.MaxValue)
                        return;
                    look.At(middle);
                    for (int i = middle * length; i < (middle + 1) * length; i++)
                    {
                        if ((middleIsNew || wasNew[i]) && before[i] != int.MaxValue)
                            look.At(before[i]);
                    }

                    for (int i = starts[middle]; i < starts[middle + 1]; i++)
                    {
                        if (middleIsNew || sourceIsNew[i])
                            look.At(sources[i]);
                    }
                }
            });
            if (changes < Settled * indices.Length)
                return;
        }
    }

    /// <summary>For every point those that list it, at most as many as a list is long, in ascending order.</summary>
    private void Reverse(int[] starts, int[] next, int[] sources, bool[] sourceIsNew)
    {
        Array.Clear(starts);
        foreach (int target in indices)
        {
            if (target != int.MaxValue && starts[target + 1] < length)
                starts[target + 1]++;
        }

        for (int point = 0; point < points.Count; point++)
            starts[point + 1] += starts[point];
        starts.CopyTo(next, 0);
        for (int i = 0; i < indices.Length; i++)
        {
            int target = indices[i];
            if (target == int.MaxValue || next[target] == starts[target + 1])
                continue;
            sourceIsNew[next[target]] = isNew[i];
            sources[next[target]++] = i / length;
        }
    }

    /// <summary>Lets every point look at others, each at most once, and returns how many places of the lists changed.</summary>
    private int Visit(Action<int, Look> body)
    {
        var changes = new int[Panel.BlockCount(points.Count)];
        Panel.ForRows(points.Count, (start, end) =>
        {
            int[] seen = ArrayPool<int>.Shared.Rent(points.Count);
            try
            {
                seen.AsSpan(0, points.Count).Fill(-1);
                var look = new Look(this, seen);
                for (int point = start; point < end; point++)
                {
                    look.From(point);
                    body(point, look);
                }

                changes[Panel.BlockOf(start)] = look.Changes;
            }
            finally
            {
                ArrayPool<int>.Shared.Return(seen);
            }
        });
        return changes.Sum();
    }

    /// <summary>What one point sees; it changes its own list only.</summary>
    private sealed class Look(NeighborSearch search, int[] seen)
    {
        private readonly int[][] buffers = [[], []];
        private int point;

        public int Changes { get; private set; }

        public Span<int> Buffer(int length, int number)
        {
            if (buffers[number].Length < length)
                buffers[number] = new int[length];
            return buffers[number].AsSpan(0, length);
        }

        public void From(int origin)
        {
            point = origin;
            seen[origin] = origin;
            for (int i = origin * search.length; i < (origin + 1) * search.length; i++)
            {
                if (search.indices[i] != int.MaxValue)
                    seen[search.indices[i]] = origin;
            }
        }

        public void At(int other)
        {
            if (seen[other] == point)
                return;
            seen[other] = point;
            float distance = search.points.Raw(point, search.points, other);
            NearestList list = search.List(point);
            if (!list.Accepts(other, distance))
                return;
            int place = list.Insert(other, distance);
            Span<bool> flags = search.isNew.AsSpan(point * search.length, search.length);
            flags[place..^1].CopyTo(flags[(place + 1)..]);
            flags[place] = true;
            Changes++;
        }
    }
}
