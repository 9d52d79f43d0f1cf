using System.Numerics;

namespace HyperLandscape.Plotting;

/// <summary>Where the nodes of a network are drawn, in pixels from the lower left: circles, and a wider circle around each funnel.</summary>
internal sealed class NetworkLayout
{
    /// <summary>Up to how many nodes there is room for a number below each.</summary>
    public const int MostNumbers = 12;
    private const float NumberGap = 36;

    private const float SmallestRadius = 2.5f;
    private const float LargestRadius = 26;
    private const float Gap = 7;
    private const float DiscGap = 16;
    private const float Inked = 0.09f;

    private readonly NetworkSelection selection;
    private readonly int[] funnels;
    private readonly float width;
    private readonly float spacing;

    private NetworkLayout(NetworkSelection selection, float width, float height)
    {
        this.selection = selection;
        this.width = width;
        spacing = selection.Nodes.Length <= MostNumbers ? NumberGap : Gap;
        Centers = new Vector2[selection.Nodes.Length];
        funnels = new int[selection.Nodes.Length];
        foreach ((int funnel, int[] members) in selection.Funnels.Index())
        {
            foreach (int node in members)
                funnels[node] = funnel;
        }

        Rings = new (Vector2, Vector2)[selection.Funnels.Length];
        double[] sizes = [.. selection.Nodes.Select(node => (double)selection.Network.BasinSizes[node])];
        double largest = sizes.Max();
        double unit = Math.Clamp(Math.Sqrt(Inked * width * height / (Math.PI * sizes.Sum(size => size / largest))), SmallestRadius, LargestRadius);
        Radii = [.. sizes.Select(size => Math.Max(SmallestRadius, (float)(unit * Math.Sqrt(size / largest))))];
    }

    public Vector2[] Centers { get; }

    public float[] Radii { get; }

    /// <summary>What circles and the numbers below them need beyond their centers.</summary>
    public float Margin => Radii.Max() + (spacing / 2);

    /// <summary>Center and half axes around each funnel; none if layered.</summary>
    public (Vector2 Center, Vector2 Radii)[] Rings { get; private set; }

    /// <summary>
    /// Nodes of a funnel by their steps along edges, without overlap; funnels as discs that do not overlap, those with edges
    /// between them near each other; all stretched to the shape of the panel.
    /// </summary>
    public static NetworkLayout ByForces(NetworkSelection selection, float width, float height)
    {
        var layout = new NetworkLayout(selection, width, height);
        float[] radii = [.. selection.Funnels.Select(layout.PlaceFunnel)];
        Vector2[] discs = layout.PlaceDiscs(radii);
        Vector2 stretch = Fit(discs, radii, width / height);
        for (int funnel = 0; funnel < discs.Length; funnel++)
        {
            foreach (int node in selection.Funnels[funnel])
                layout.Centers[node] = stretch * (layout.Centers[node] + discs[funnel]);
            layout.Rings[funnel] = (stretch * discs[funnel], stretch * radii[funnel]);
        }

        return layout;
    }

    /// <summary>Height by fitness; funnels side by side, in each the best node in the middle and the others where there is room nearest to what they lead to.</summary>
    /// <param name="selection">The nodes.</param>
    /// <param name="width">Of the panel in pixels.</param>
    /// <param name="height">Of the panel in pixels.</param>
    /// <param name="level">The height of a fitness, 0 to 1.</param>
    public static NetworkLayout ByFitness(NetworkSelection selection, float width, float height, Func<double, double> level)
    {
        var layout = new NetworkLayout(selection, width, height) { Rings = [] };
        float right = 0;
        for (int node = 0; node < layout.Centers.Length; node++)
            layout.Centers[node].Y = layout.Margin + ((height - (2 * layout.Margin)) * (float)level(selection.Network.Fitness(selection.Nodes[node])));
        foreach (int[] funnel in selection.Funnels)
        {
            layout.Swarm(funnel);
            float least = funnel.Min(node => layout.Centers[node].X - layout.Radii[node]);
            foreach (int node in funnel)
                layout.Centers[node].X += right - least;
            right = funnel.Max(node => layout.Centers[node].X + layout.Radii[node]) + (3 * Gap);
        }

        layout.Spread();
        return layout;
    }

    /// <summary>Stretches or compresses the nodes to the width of the panel.</summary>
    private void Spread()
    {
        float left = Centers.Min(center => center.X);
        float extent = Centers.Max(center => center.X) - left;
        float margin = Radii.Max() + Gap;
        for (int node = 0; node < Centers.Length; node++)
            Centers[node].X = extent > 0 ? margin + ((width - (2 * margin)) / extent * (Centers[node].X - left)) : width / 2;
    }

    /// <summary>Whether two nodes are in one funnel.</summary>
    public bool IsWithinFunnel(int source, int target) => funnels[source] == funnels[target];

    /// <summary>Turns discs to where they fit a panel best, and says by how much to stretch them then.</summary>
    private static Vector2 Fit(Vector2[] discs, float[] radii, float shape)
    {
        Matrix3x2[] turns = [.. Enumerable.Range(0, 12).Select(i => Matrix3x2.CreateRotation(MathF.PI * i / 12))];
        Matrix3x2 best = turns.MinBy(turn => Math.Abs(MathF.Log(Shape(turn) * 1.3f / shape)));
        float stretch = Math.Clamp(shape / Shape(best), 0.7f, 1.8f);
        for (int i = 0; i < discs.Length; i++)
            discs[i] = Vector2.Transform(discs[i], best);
        return new Vector2(stretch, 1);

        float Shape(Matrix3x2 turn)
        {
            Vector2[] turned = [.. discs.Select(disc => Vector2.Transform(disc, turn))];
            Vector2 extent = turned.Select((disc, i) => disc + new Vector2(radii[i])).Aggregate(Vector2.Max) - turned.Select((disc, i) => disc - new Vector2(radii[i])).Aggregate(Vector2.Min);
            return extent.X / extent.Y;
        }
    }

    /// <summary>Places the nodes of a funnel around the origin, and gives the radius of the disc that holds them.</summary>
    private float PlaceFunnel(int[] funnel)
    {
        int[][] steps = selection.Steps(funnel);
        float[] radii = [.. funnel.Select(node => Radii[node])];
        float step = ((2 * radii.Average()) + spacing) * Math.Max(1, MathF.Sqrt(funnel.Length) / Math.Max(1, steps.Max(row => row.Max())));
        Vector2[] places = StressLayout.Of(funnel.Length, (a, b) => radii[a] + radii[b] + (step * steps[a][b]));
        StressLayout.Separate(places, radii, spacing);
        Vector2 middle = (places.Aggregate(Vector2.Min) + places.Aggregate(Vector2.Max)) / 2;
        float radius = 0;
        for (int i = 0; i < places.Length; i++)
        {
            Centers[funnel[i]] = places[i] - middle;
            radius = Math.Max(radius, Vector2.Distance(places[i], middle) + radii[i]);
        }

        return radius + Gap;
    }

    private Vector2[] PlaceDiscs(float[] radii)
    {
        HashSet<(int, int)> linked = [.. selection.Edges.Select(edge => (Math.Min(funnels[edge.Source], funnels[edge.Target]), Math.Max(funnels[edge.Source], funnels[edge.Target])))];
        Vector2[] discs = StressLayout.Of(radii.Length, (a, b) => (radii[a] + radii[b] + DiscGap) * (linked.Contains((a, b)) ? 1 : 1.8f));
        for (int step = 0; step < 40; step++)
        {
            // Nearer to the middle, and apart again: discs end up side by side.
            for (int i = 0; i < discs.Length; i++)
                discs[i] *= 0.95f;
            StressLayout.Separate(discs, radii, DiscGap);
        }

        return discs;
    }

    private void Swarm(int[] funnel)
    {
        Dictionary<int, int[]> ends = selection.Edges.ToLookup(edge => edge.Source, edge => edge.Target).ToDictionary(edges => edges.Key, edges => edges.ToArray());
        var placed = new List<int>();
        foreach (int node in funnel.OrderBy(node => selection.Network.Landscape.Ranks[selection.Network.Representatives[selection.Nodes[node]]]))
        {
            float wanted = ends.GetValueOrDefault(node, []).Where(placed.Contains).Select(target => Centers[target].X).DefaultIfEmpty(0).Average();
            Centers[node].X = Enumerable.Range(0, 4_000).Select(i => wanted + (2 * (i % 2 == 0 ? i / 2 : -(i + 1) / 2))).FirstOrDefault(x => placed.TrueForAll(other => IsApart(node, x, other)), wanted);
            placed.Add(node);
        }
    }

    private bool IsApart(int node, float x, int other)
    {
        float wanted = Radii[node] + Radii[other] + spacing;
        return Vector2.DistanceSquared(new Vector2(x, Centers[node].Y), Centers[other]) >= wanted * wanted;
    }
}
