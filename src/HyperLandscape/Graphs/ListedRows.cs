using HyperLandscape.Spaces;

namespace HyperLandscape.Graphs;

/// <summary>
/// The graph of a space that lists its configurations, under steps of single hyperparameters: neighbours differ in one
/// hyperparameter of those that are active in both, or, if in none, in whether one is active. Configurations are grouped
/// by which hyperparameters are active. For two groups and a hyperparameter active in both, neighbours agree on all others
/// that are active in both: sorted by these, they lie together. O(n log n) per pair of groups and hyperparameter, plus the
/// edges.
/// </summary>
internal sealed class ListedRows
{
    private readonly NeighborhoodGraph graph;
    private readonly Hyperparameter[] hyperparameters;
    private readonly bool isStepwise;
    private readonly List<(int Low, int High)> edges = [];

    private ListedRows(NeighborhoodGraph graph)
    {
        this.graph = graph;
        hyperparameters = graph.Space.Hyperparameters.ToArray();
        isStepwise = graph.Neighborhood is GridNeighborhood;
    }

    public static SparseRows Of(NeighborhoodGraph graph)
    {
        var rows = new ListedRows(graph);
        int[][] groups = [.. Enumerable.Range(0, graph.VertexCount)
            .GroupBy(vertex => string.Concat(rows.hyperparameters.Select((_, h) => rows.IsActive(vertex, h) ? '1' : '0')))
            .Select(group => group.ToArray())];
        for (int first = 0; first < groups.Length; first++)
        {
            for (int second = first; second < groups.Length; second++)
                rows.Join(groups[first], groups[second], first == second);
        }

        return SparseRows.OfEdges(graph.VertexCount, rows.edges);
    }

    private bool IsActive(int vertex, int h) => Level(vertex, h) != hyperparameters[h].InactiveLevel;

    private int Level(int vertex, int h) => graph.Space.Level(graph.Cell(vertex), h);

    private void Join(int[] first, int[] second, bool isSame)
    {
        int[] common = [.. Enumerable.Range(0, hyperparameters.Length).Where(h => IsActive(first[0], h) && IsActive(second[0], h))];
        int[] both = isSame ? first : [.. first, .. second];
        var isSecond = new bool[graph.VertexCount];
        foreach (int vertex in isSame ? [] : second)
            isSecond[vertex] = true;
        foreach (int changed in common)
        {
            int reach = isStepwise && hyperparameters[changed].Kind == HyperparameterKind.Ordinal ? 1 : int.MaxValue;
            foreach (ArraySegment<int> bucket in Buckets(both, [.. common.Where(h => h != changed)]))
                Connect(bucket, vertex => Level(vertex, changed), reach, (a, b) => isSame || isSecond[a] != isSecond[b]);
        }

        if (Enumerable.Range(0, hyperparameters.Length).Count(h => IsActive(first[0], h) != IsActive(second[0], h)) != 1)
            return;
        foreach (ArraySegment<int> bucket in Buckets(both, common))
            Connect(bucket, vertex => isSecond[vertex] ? 1 : 0, 1, (_, _) => true);
    }

    /// <summary>Connects vertices whose levels differ, by no more than the reach.</summary>
    private void Connect(IEnumerable<int> bucket, Func<int, int> levelOf, int reach, Func<int, int, bool> mayConnect)
    {
        (int Vertex, int Level)[] sorted = [.. bucket.Select(vertex => (vertex, levelOf(vertex))).OrderBy(item => item.Item2)];
        int sameLevel = 0;
        for (int i = 1; i < sorted.Length; i++)
        {
            (int vertex, int level) = sorted[i];
            if (sorted[sameLevel].Level < level)
                sameLevel = i;
            for (int j = sameLevel - 1; j >= 0 && level - sorted[j].Level <= reach; j--)
            {
                int other = sorted[j].Vertex;
                if (mayConnect(vertex, other))
                    edges.Add((Math.Min(vertex, other), Math.Max(vertex, other)));
            }
        }
    }

    /// <summary>The vertices that agree on some hyperparameters, by twos and more.</summary>
    private IEnumerable<ArraySegment<int>> Buckets(int[] vertices, int[] agreeing)
    {
        long[] keys = new LevelKeys(graph).Of(vertices, agreeing);
        int[] sorted = [.. vertices];
        Array.Sort(keys, sorted);
        int end;
        for (int start = 0; start < sorted.Length; start = end)
        {
            end = start + 1;
            while (end < sorted.Length && keys[end] == keys[start])
                end++;
            if (end - start > 1)
                yield return new ArraySegment<int>(sorted, start, end - start);
        }
    }
}
