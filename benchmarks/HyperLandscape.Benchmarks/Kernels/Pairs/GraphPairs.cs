using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using HyperLandscape.Reference;

namespace HyperLandscape.Benchmarks.Kernels.Pairs;

/// <summary>Kernels over the edges of complete grids, against loops over the neighbours of every cell.</summary>
internal static class GraphPairs
{
    private const int Starts = 256;

    public static KernelPair NeighborSums(int cells)
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(MixedGrid.OfSize(cells));
        double[] values = NoisyFitness.Of(graph.Space, 1);
        var expected = new double[values.Length];
        var actual = new double[values.Length];
        var buffer = new int[graph.MaxDegree];
        var pair = KernelPair.OnOneThread(Scalar, () => Graphs.NeighborSums.Fill(graph, values, actual));
        pair.Scalar();
        pair.Library();
        for (int vertex = 0; vertex < values.Length; vertex++)
            Agreement.RequireNear("Sum over neighbors", expected[vertex], actual[vertex]);
        return pair;

        void Scalar()
        {
            for (int vertex = 0; vertex < values.Length; vertex++)
            {
                double sum = 0;
                foreach (int neighbor in graph.Neighbors(vertex, buffer))
                    sum += values[neighbor];
                expected[vertex] = sum;
            }
        }
    }

    /// <summary>Against union-find over the neighbours of every cell.</summary>
    public static KernelPair NeutralComponents(int cells)
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(MixedGrid.OfSize(cells));
        double[] loss = NoisyFitness.Rounded(NoisyFitness.Of(graph.Space, 1));
        var buffer = new int[graph.MaxDegree];
        int[] expected = [];
        int[] actual = [];
        var pair = KernelPair.OnOneThread(Scalar, () => actual = Graphs.NeutralComponents.Find(graph, loss, 0));
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<int>("Components", [.. expected.Select((_, vertex) => Root(expected, vertex))], [.. actual.Select((_, vertex) => Root(actual, vertex))]);
        return pair;

        void Scalar()
        {
            expected = [.. Enumerable.Range(0, loss.Length)];
            for (int vertex = 0; vertex < loss.Length; vertex++)
            {
                foreach (int neighbor in graph.Neighbors(vertex, buffer))
                {
                    if (neighbor < vertex || loss[vertex] != loss[neighbor])
                        continue;
                    int a = Root(expected, vertex);
                    int b = Root(expected, neighbor);
                    expected[Math.Max(a, b)] = Math.Min(a, b);
                }
            }
        }
    }

    /// <summary>To every hundredth cell, or every other one of few; against a search from all of them at once.</summary>
    public static KernelPair Distances(int cells)
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(MixedGrid.OfSize(cells));
        int[] targets = [.. Enumerable.Range(0, graph.VertexCount).Where(vertex => vertex % (cells < 100 ? 2 : 100) == 0)];
        var buffer = new int[graph.MaxDegree];
        var expected = new int[graph.VertexCount];
        var actual = new int[graph.VertexCount];
        var pair = KernelPair.OnOneThread(Scalar, () => new DistanceMap(graph, targets).Fill(0, actual));
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<int>("Distances", expected, actual);
        return pair;

        void Scalar()
        {
            Array.Fill(expected, -1);
            var queue = new Queue<int>(targets);
            foreach (int target in targets)
                expected[target] = 0;
            while (queue.TryDequeue(out int vertex))
            {
                foreach (int neighbor in graph.Neighbors(vertex, buffer))
                {
                    if (expected[neighbor] >= 0)
                        continue;
                    expected[neighbor] = expected[vertex] + 1;
                    queue.Enqueue(neighbor);
                }
            }
        }
    }

    /// <summary>A sum over axes for every cell, against one axis at a time.</summary>
    public static KernelPair Degrees(int cells)
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(MixedGrid.OfSize(cells));
        Axis[] axes = graph.Axes!;
        AxisSums<int> degrees = AxisSums.Degrees(axes);
        var expected = new int[graph.VertexCount];
        var actual = new int[graph.VertexCount];
        var pair = new KernelPair(Scalar, () => degrees.Fill(0, actual));
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<int>("Degrees", expected, actual);
        return pair;

        void Scalar()
        {
            for (int cell = 0; cell < expected.Length; cell++)
            {
                int degree = 0;
                foreach (Axis axis in axes)
                    degree += axis.Degree(axis.Level(cell));
                expected[cell] = degree;
            }
        }
    }

    /// <summary>Means at every level and what they leave, against loops over cells.</summary>
    public static KernelPair MainEffects(int cells)
    {
        NeighborhoodGraph graph = NeighborhoodGraph.Complete(MixedGrid.OfSize(cells));
        Axis[] axes = graph.DistanceAxes;
        double[] values = NoisyFitness.Of(graph.Space, 1);
        double expected = 0;
        double actual = 0;
        var pair = KernelPair.OnOneThread(Scalar, () => actual = Graphs.MainEffects.Of(graph, values).Roughness);
        pair.Scalar();
        pair.Library();
        Agreement.RequireNear("Roughness", expected, actual);
        return pair;

        void Scalar()
        {
            double mean = values.Average();
            double[][] effects = [.. axes.Select(axis => new double[axis.Levels])];
            for (int cell = 0; cell < values.Length; cell++)
            {
                for (int h = 0; h < axes.Length; h++)
                    effects[h][axes[h].Level(cell)] += (values[cell] - mean) * axes[h].Levels / values.Length;
            }

            double squares = 0;
            for (int cell = 0; cell < values.Length; cell++)
            {
                double residual = values[cell] - mean;
                for (int h = 0; h < axes.Length; h++)
                    residual -= effects[h][axes[h].Level(cell)];
                squares += residual * residual;
            }

            expected = Math.Sqrt(squares / values.Length);
        }
    }

    /// <summary>From how many of 256 starts every optimum is reached, against a search from every start.</summary>
    public static KernelPair Reached(int cells)
    {
        Landscape landscape = Landscape.Create(MixedGrid.OfSize(cells), NoisyFitness.Of(MixedGrid.OfSize(cells), 1));
        int[] starts = [.. Enumerable.Range(0, Math.Min(Starts, landscape.Count)).Select(i => (int)((long)i * landscape.Count / Math.Min(Starts, landscape.Count)))];
        var order = new ArcOrder(landscape);
        var buffer = new int[landscape.Graph.MaxDegree];
        int[] expected = [];
        int[] actual = [];
        var pair = KernelPair.OnOneThread(Scalar, () => actual = order.CountsOfStarts(starts, null));
        pair.Scalar();
        pair.Library();
        Agreement.RequireEqual<int>("Counts of starts", expected, actual);
        return pair;

        void Scalar()
        {
            expected = new int[landscape.Optima.Length];
            ReadOnlySpan<double> loss = landscape.Loss;
            var lastStart = new int[landscape.Count]; // 1 + the last start that reached a cell
            var open = new Stack<int>();
            for (int i = 0; i < starts.Length; i++)
            {
                open.Push(starts[i]);
                lastStart[starts[i]] = i + 1;
                while (open.TryPop(out int vertex))
                {
                    if (landscape.IsOptimal(vertex))
                        expected[landscape.Basins[vertex]]++;
                    foreach (int neighbor in landscape.Graph.Neighbors(vertex, buffer))
                    {
                        if (loss[neighbor] >= loss[vertex] || lastStart[neighbor] == i + 1)
                            continue;
                        lastStart[neighbor] = i + 1;
                        open.Push(neighbor);
                    }
                }
            }
        }
    }

    private static int Root(int[] parents, int vertex)
    {
        while (parents[vertex] != vertex)
            vertex = parents[vertex] = parents[parents[vertex]];
        return vertex;
    }
}
