using System.Numerics.Tensors;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape;

/// <content>Facts that follow from the triple, computed once on first use.</content>
public sealed partial class Landscape
{
    private readonly Lock gate = new();
    private volatile EdgeFacts? edges;
    private volatile NeutralFacts? neutral;
    private volatile BasinFacts? basins;
    private double[]? ranks;
    private int[]? globalOptima;

    /// <summary>
    /// The best neighbour of every vertex if it is better by more than <see cref="Tolerance"/> (ties to the smallest
    /// cell), otherwise -1. First use O(edges), in one pass that also yields the sums behind the edge metrics.
    /// </summary>
    public ReadOnlySpan<int> BestNeighbors => Edges.BestNeighbors;

    /// <summary>
    /// The local optima by their representative vertices, ascending. A local optimum is a vertex on no plateau without
    /// a better neighbour, or a plateau (two or more vertices connected by neutral pairs) without a neighbour outside
    /// that is better than the plateau's best, each by more than <see cref="Tolerance"/>. A plateau counts once; its
    /// representative is its best member, ties to the smallest cell. Isolated vertices are optima. First use O(edges).
    /// </summary>
    public ReadOnlySpan<int> Optima => BasinFacts.Optima;

    /// <summary>
    /// The local optimum, as an index into <see cref="Optima"/>, in which the best-improvement climb from each vertex
    /// ends: to the best neighbour while that is better by more than <see cref="Tolerance"/>; a climb that stops on a
    /// plateau that is no optimum goes on from the plateau's best exit (ties to the smallest cell). All members of a
    /// plateau that is an optimum belong to it. Basins partition the vertices. First use O(edges).
    /// </summary>
    public ReadOnlySpan<int> Basins => BasinFacts.Basins;

    /// <summary>Number of vertices in the basin of each local optimum, in the order of <see cref="Optima"/>.</summary>
    public ReadOnlySpan<int> BasinSizes => BasinFacts.Sizes;

    /// <summary>
    /// The number of the plateau that each vertex lies on, or -1; numbered by their smallest vertices. Empty if there
    /// is no neutral pair at all. First use O(edges).
    /// </summary>
    public ReadOnlySpan<int> Plateaus => BasinFacts.Plateaus.Members;

    /// <summary>Number of plateaus: connected components, of two or more vertices, of the neutral pairs.</summary>
    public int PlateauCount => BasinFacts.Plateaus.Count;

    /// <summary>All vertices whose fitness equals the best exactly, ascending; the first is the representative. First use O(n).</summary>
    public ReadOnlySpan<int> GlobalOptima => globalOptima ??= FindGlobalOptima();

    /// <summary>
    /// The rank of every vertex by fitness: best = 1, ties get the average of their ranks. First use O(n), a radix sort.
    /// </summary>
    public ReadOnlySpan<double> Ranks => ranks ??= Ranking.Of(Loss);

    internal EdgeFacts Edges => edges ?? ComputeEdges();

    private BasinFacts BasinFacts
    {
        get
        {
            if (basins is { } known)
                return known;
            EdgeFacts facts = Edges;
            lock (gate)
                return basins ??= BasinFacts.Of(this, facts);
        }
    }

    /// <summary>
    /// For every vertex the number of its neighbours j with |f(i) - f(j)| &lt;= tolerance. The result for the last
    /// tolerance is kept. O(edges).
    /// </summary>
    /// <param name="tolerance">The tolerance, in units of the fitness or relative.</param>
    public ReadOnlySpan<ushort> NeutralDegrees(Tolerance tolerance) => Neutral(tolerance).NeutralDegrees;

    /// <summary>
    /// The distance of every vertex to the nearest global optimum, see <see cref="NeighborhoodGraph.Distance"/>. O(n)
    /// when global optima are few or the sample fills an eighth of the grid, otherwise O(n * global optima).
    /// </summary>
    public int[] DistancesToGlobalOptimum()
    {
        var distances = new int[Count];
        new DistanceMap(Graph, GlobalOptima).Fill(0, distances);
        return distances;
    }

    /// <summary>
    /// The best-improvement climb from a vertex: all vertices it visits, the start first and a member of the local
    /// optimum of its basin last. A climb that starts on a plateau that is an optimum stays where it is.
    /// O(length * degree), and the facts of <see cref="Optima"/> on first use.
    /// </summary>
    public IReadOnlyList<int> Climb(int start)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual((uint)start, (uint)Count, nameof(start));
        return BasinFacts.Climb(Edges.BestNeighbors, start);
    }

    /// <summary>The vertex that follows on a climb that passes through a vertex, or -1 where climbs end.</summary>
    internal int Successor(int vertex) => BasinFacts.Successor(Edges.BestNeighbors, vertex);

    /// <summary>Whether a vertex is a local optimum or on a plateau that is one.</summary>
    internal bool IsOptimal(int vertex) => BasinFacts.IsOptimal(Edges.BestNeighbors, vertex);

    /// <summary>The neutral degrees for a tolerance; those for the last tolerance are kept.</summary>
    internal NeutralFacts Neutral(Tolerance tolerance)
    {
        double absolute = tolerance.Resolve(this);
        lock (gate)
        {
            if (neutral is { } known && known.Tolerance == absolute)
                return known;
            return Compute(edges is null, absolute).Neutral!;
        }
    }

    private EdgeFacts ComputeEdges()
    {
        lock (gate)
            return edges ?? Compute(true, null).Edges!;
    }

    /// <summary>One pass over the edges for whatever is not known yet; <see cref="gate"/> is held.</summary>
    private (EdgeFacts? Edges, NeutralFacts? Neutral) Compute(bool wantEdges, double? neutralTolerance)
    {
        int[] best = GC.AllocateUninitializedArray<int>(wantEdges ? Count : 0);
        ushort[] neutralDegrees = GC.AllocateUninitializedArray<ushort>(neutralTolerance is null ? 0 : Count);
        ushort[] degrees = GC.AllocateUninitializedArray<ushort>(neutralTolerance is null || Graph.IsComplete ? 0 : Count);
        EdgeSums sums = EdgePass.Run(Graph, loss, Tolerance, best, neutralTolerance ?? 0, neutralDegrees, degrees, out _);
        if (wantEdges)
            edges = new EdgeFacts(best, sums);
        if (neutralTolerance is { } tolerance)
            neutral = new NeutralFacts(this, tolerance, neutralDegrees, degrees);
        return (edges, neutral);
    }

    private int[] FindGlobalOptima()
    {
        ReadOnlySpan<double> values = Loss;
        double best = TensorPrimitives.Min(values);
        var found = new List<int>();
        int start = 0;
        while (values[start..].IndexOf(best) is >= 0 and var next)
        {
            found.Add(start + next);
            start += next + 1;
        }

        return [.. found];
    }

    internal sealed record EdgeFacts(int[] BestNeighbors, EdgeSums Sums);
}
