namespace HyperLandscape.Graphs;

/// <summary>Compressed sparse rows of an undirected graph: the ascending neighbours of every vertex, one after the other.</summary>
internal sealed class SparseRows
{
    private readonly long[] offsets;
    private readonly int[] targets;

    private SparseRows(long[] offsets, int[] targets)
    {
        this.offsets = offsets;
        this.targets = targets;
    }

    public long EdgeCount => targets.Length / 2;

    /// <summary>The largest number of neighbours.</summary>
    public int MaxDegree
    {
        get
        {
            long most = 0;
            for (int vertex = 0; vertex + 1 < offsets.Length; vertex++)
                most = Math.Max(most, offsets[vertex + 1] - offsets[vertex]);
            return (int)most;
        }
    }

    public ReadOnlySpan<int> Neighbors(int vertex)
    {
        long start = offsets[vertex];
        return targets.AsSpan((int)start, (int)(offsets[vertex + 1] - start));
    }

    public static SparseRows Build(NeighborhoodGraph graph)
    {
        if (graph.Axes is not null)
            return FromAxes(graph.Axes, graph.SampledCells!);
        if (graph.Points is { } points)
            return NearestRows.Of(graph, points);
        return graph.Neighborhood is GridNeighborhood or HammingNeighborhood ? ListedRows.Of(graph) : FromNeighborhood(graph);
    }

    /// <summary>From edges, each once, in any order.</summary>
    public static SparseRows OfEdges(int vertexCount, IReadOnlyList<(int Low, int High)> edges)
    {
        var offsets = new long[vertexCount + 1];
        foreach ((int low, int high) in edges)
        {
            offsets[low + 1]++;
            offsets[high + 1]++;
        }

        Accumulate(offsets);
        var targets = new int[TargetCount(offsets)];
        long[] next = [.. offsets];
        foreach ((int low, int high) in edges)
        {
            targets[next[low]++] = high;
            targets[next[high]++] = low;
        }

        for (int vertex = 0; vertex < vertexCount; vertex++)
            targets.AsSpan((int)offsets[vertex], (int)(offsets[vertex + 1] - offsets[vertex])).Sort();
        return new SparseRows(offsets, targets);
    }

    /// <summary>
    /// For every axis and step, the cell that lies that step further is searched in one merge: cells ascend, so the
    /// cells a fixed step further ascend too. A first round of merges counts, a second one fills; steps down come
    /// before steps up and long strides before short ones going down, so rows end up ascending without a sort.
    /// </summary>
    private static SparseRows FromAxes(Axis[] axes, long[] cells)
    {
        var offsets = new long[cells.Length + 1];
        foreach (Axis axis in axes)
        {
            for (int step = 1; step <= axis.Reach; step++)
            {
                foreach ((int low, int high) in new StepPairs(axis, step, cells))
                {
                    offsets[low + 1]++;
                    offsets[high + 1]++;
                }
            }
        }

        Accumulate(offsets);
        var targets = new int[TargetCount(offsets)];
        var next = offsets.AsSpan(0, cells.Length).ToArray();
        foreach (Axis axis in axes)
        {
            for (int step = axis.Reach; step >= 1; step--)
            {
                foreach ((int low, int high) in new StepPairs(axis, step, cells))
                    targets[next[high]++] = low;
            }
        }

        for (int h = axes.Length - 1; h >= 0; h--)
        {
            for (int step = 1; step <= axes[h].Reach; step++)
            {
                foreach ((int low, int high) in new StepPairs(axes[h], step, cells))
                    targets[next[low]++] = high;
            }
        }

        return new SparseRows(offsets, targets);
    }

    private static SparseRows FromNeighborhood(NeighborhoodGraph graph)
    {
        var offsets = new long[graph.VertexCount + 1];
        var targets = new List<int>();
        int maxDegree = graph.Neighborhood.MaxDegree(graph.Space);
        var buffer = new long[maxDegree];
        var row = new List<int>(maxDegree);
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            row.Clear();
            int count = graph.Neighborhood.Neighbors(graph.Space, graph.Cell(vertex), buffer);
            for (int i = 0; i < count; i++)
            {
                if (buffer[i] == graph.Cell(vertex))
                    throw new ArgumentException($"{graph.Neighborhood} lists {graph[vertex]} as its own neighbor; leave the cell itself out.");
                if ((ulong)buffer[i] >= (ulong)graph.Space.CellCount)
                    throw new ArgumentException($"{graph.Neighborhood} lists cell {buffer[i]} as a neighbor of {graph[vertex]}; the space has the cells 0 to {graph.Space.CellCount - 1}.");
                int neighbor = graph.Vertex(buffer[i]);
                if (neighbor >= 0)
                    row.Add(neighbor);
            }

            row.Sort();
            for (int i = 1; i < row.Count; i++)
            {
                if (row[i] == row[i - 1])
                    throw new ArgumentException($"{graph.Neighborhood} lists {graph[row[i]]} twice as a neighbor of {graph[vertex]}; list each neighbor once.");
            }

            targets.AddRange(row);
            offsets[vertex + 1] = targets.Count;
        }

        var rows = new SparseRows(offsets, [.. targets]);
        rows.CheckSymmetry(graph);
        return rows;
    }

    private void CheckSymmetry(NeighborhoodGraph graph)
    {
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            foreach (int neighbor in Neighbors(vertex))
            {
                if (Neighbors(neighbor).BinarySearch(vertex) < 0)
                    throw new ArgumentException($"{graph.Neighborhood} is not symmetric: {graph[neighbor]} is a neighbor of {graph[vertex]}, but not the other way round. List both or neither.");
            }
        }
    }

    private static void Accumulate(long[] offsets)
    {
        for (int vertex = 1; vertex < offsets.Length; vertex++)
            offsets[vertex] += offsets[vertex - 1];
    }

    private static long TargetCount(long[] offsets) => offsets[^1] <= Array.MaxLength
        ? offsets[^1]
        : throw new InvalidOperationException($"The sample has {offsets[^1] / 2} edges; at most {Array.MaxLength / 2} can be stored. Use a complete grid or fewer configurations.");

    /// <summary>All pairs of vertices whose cells are a given number of steps apart along one axis, in ascending order.</summary>
    private readonly ref struct StepPairs(Axis axis, int step, long[] cells)
    {
        public Enumerator GetEnumerator() => new(axis, step, cells);

        public ref struct Enumerator(Axis axis, int step, long[] cells)
        {
            private readonly long distance = step * axis.Stride;
            private int low = -1;
            private int high;

            public readonly (int Low, int High) Current => (low, high);

            public bool MoveNext()
            {
                while (++low < cells.Length)
                {
                    long wanted = cells[low] + distance;
                    while (high < cells.Length && cells[high] < wanted)
                        high++;
                    if (high == cells.Length)
                        return false;
                    if (cells[high] == wanted && axis.Level(cells[low]) + step < axis.Levels)
                        return true;
                }

                return false;
            }
        }
    }
}
