using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Reference;

/// <summary>
/// The scalar truth: a landscape and its facts written down from their definitions, one loop each, without regard to
/// speed. It shares no code with the library but its space and interfaces. Vertices are in ascending order of their cells.
/// </summary>
public sealed class ReferenceLandscape
{
    private readonly double[] loss;
    private readonly int[][] plateauMembers;
    private readonly bool[] plateauIsOptimum;
    private readonly int[] plateauExit;

    public ReferenceLandscape(SearchSpace space, INeighborhood neighborhood, long[] cells, double[] fitness, Objective objective, double tolerance)
    {
        Cells = [.. cells];
        Fitness = [.. fitness];
        Array.Sort(Cells, Fitness);
        Tolerance = tolerance;
        loss = [.. Fitness.Select(f => objective == Objective.Minimize ? f : -f)];
        Neighbors = ReferenceGraph.Neighbors(space, neighborhood, Cells);
        BestNeighbors = [.. Vertices.Select(BestNeighbor)];
        plateauMembers = FindPlateaus();
        Plateaus = new int[Count];
        Array.Fill(Plateaus, -1);
        for (int plateau = 0; plateau < plateauMembers.Length; plateau++)
        {
            foreach (int member in plateauMembers[plateau])
                Plateaus[member] = plateau;
        }

        plateauExit = [.. Enumerable.Range(0, plateauMembers.Length).Select(BestExit)];
        plateauIsOptimum = [.. plateauExit.Select(exit => exit < 0)];
        Optima = [.. Vertices.Where(IsRepresentative)];
        Climbs = [.. Vertices.Select(Climb)];
        Basins = [.. Climbs.Select(climb => Representative(climb[^1]))];
        double lowest = loss.Min();
        GlobalOptima = [.. Vertices.Where(vertex => loss[vertex] == lowest)];
        DistancesToGlobalOptimum = [.. Vertices.Select(vertex => GlobalOptima.Min(optimum => ReferenceGraph.Distance(space, neighborhood, Cells[vertex], Cells[optimum])))];
    }

    public long[] Cells { get; }

    public double[] Fitness { get; }

    /// <summary>The fitness with the objective resolved: smaller is better.</summary>
    public IReadOnlyList<double> Loss => loss;

    public double Tolerance { get; }

    public int Count => Cells.Length;

    public int[][] Neighbors { get; }

    public long EdgeCount => Neighbors.Sum(list => (long)list.Length) / 2;

    /// <summary>The best neighbour if better by more than the tolerance, ties to the smallest cell; otherwise -1.</summary>
    public int[] BestNeighbors { get; }

    /// <summary>Number of the plateau of every vertex, or -1; numbered by their smallest vertices.</summary>
    public int[] Plateaus { get; }

    public int PlateauCount => plateauMembers.Length;

    /// <summary>Representatives, ascending.</summary>
    public int[] Optima { get; }

    /// <summary>The vertices that the climb from each vertex visits, itself first.</summary>
    public int[][] Climbs { get; }

    /// <summary>For every vertex the representative of the optimum in which its climb ends.</summary>
    public int[] Basins { get; }

    public int[] GlobalOptima { get; }

    public int[] DistancesToGlobalOptimum { get; }

    private IEnumerable<int> Vertices => Enumerable.Range(0, Count);

    /// <summary>Whether a is better than b by more than the tolerance.</summary>
    public bool IsBetter(int a, int b) => loss[b] - loss[a] > Tolerance;

    public int[] NeutralDegrees(double tolerance) =>
        [.. Vertices.Select(vertex => Neighbors[vertex].Count(other => Math.Abs(loss[vertex] - loss[other]) <= tolerance))];

    public long NeutralPairCount(double tolerance) => NeutralDegrees(tolerance).Sum(degree => (long)degree) / 2;

    /// <summary>Whether a vertex belongs to a local optimum, alone or with its plateau.</summary>
    public bool IsOptimal(int vertex) => Plateaus[vertex] < 0 ? BestNeighbors[vertex] < 0 : plateauIsOptimum[Plateaus[vertex]];

    /// <summary>The members of the optimum with this representative.</summary>
    public int[] Members(int representative) => Plateaus[representative] < 0 ? [representative] : plateauMembers[Plateaus[representative]];

    /// <summary>Whether a climb stops on a plateau that is no optimum, and so leaves it by its best exit.</summary>
    public bool UsesExit(int vertex) => !IsOptimal(vertex) && Climbs[vertex].Take(Climbs[vertex].Length - 1).Any(stop => BestNeighbors[stop] < 0);

    /// <summary>Whether somewhere on a climb several neighbours are equally good, so that the smallest cell decides.</summary>
    public bool MeetsTie(int vertex) =>
        Climbs[vertex].Any(stop => BestNeighbors[stop] >= 0 && Neighbors[stop].Count(other => loss[other] == loss[BestNeighbors[stop]]) > 1);

    /// <summary>Number of vertices from which one of the targets can be reached over improving arcs, targets included.</summary>
    public int AccessibleCount(IEnumerable<int> targets)
    {
        var reached = new HashSet<int>(targets);
        var queue = new Queue<int>(reached);
        while (queue.TryDequeue(out int better))
        {
            foreach (int worse in Neighbors[better])
            {
                if (IsBetter(better, worse) && reached.Add(worse))
                    queue.Enqueue(worse);
            }
        }

        return reached.Count;
    }

    private int BestNeighbor(int vertex)
    {
        int best = -1;
        foreach (int other in Neighbors[vertex])
        {
            if (IsBetter(other, vertex) && (best < 0 || loss[other] < loss[best]))
                best = other;
        }

        return best;
    }

    private int[][] FindPlateaus()
    {
        var found = new List<int[]>();
        var seen = new bool[Count];
        foreach (int start in Vertices.Where(vertex => !seen[vertex]))
        {
            var members = new List<int> { start };
            seen[start] = true;
            for (int next = 0; next < members.Count; next++)
            {
                int member = members[next];
                foreach (int other in Neighbors[member])
                {
                    if (!seen[other] && Math.Abs(loss[member] - loss[other]) <= Tolerance)
                    {
                        seen[other] = true;
                        members.Add(other);
                    }
                }
            }

            if (members.Count > 1)
                found.Add([.. members.Order()]);
        }

        return [.. found];
    }

    /// <summary>The best neighbour outside a plateau that is better than the plateau's best, ties to the smallest cell; or -1.</summary>
    private int BestExit(int plateau)
    {
        int top = Best(plateauMembers[plateau]);
        int exit = -1;
        foreach (int member in plateauMembers[plateau])
        {
            foreach (int other in Neighbors[member])
            {
                bool outside = Plateaus[other] != plateau;
                if (outside && IsBetter(other, top) && (exit < 0 || loss[other] < loss[exit] || (loss[other] == loss[exit] && other < exit)))
                    exit = other;
            }
        }

        return exit;
    }

    private int[] Climb(int start)
    {
        var path = new List<int> { start };
        if (IsOptimal(start))
            return [.. path];
        while (true)
        {
            int here = path[^1];
            if (BestNeighbors[here] >= 0)
                path.Add(BestNeighbors[here]);
            else if (IsOptimal(here))
                return [.. path];
            else
                path.Add(plateauExit[Plateaus[here]]);
        }
    }

    private bool IsRepresentative(int vertex) => IsOptimal(vertex) && Representative(vertex) == vertex;

    private int Representative(int vertex) => Plateaus[vertex] < 0 ? vertex : Best(plateauMembers[Plateaus[vertex]]);

    private int Best(int[] members)
    {
        int best = members[0];
        foreach (int member in members)
        {
            if (loss[member] < loss[best])
                best = member;
        }

        return best;
    }
}
