namespace HyperLandscape.Benchmarks.Plain;

/// <summary>The improving arcs A of a landscape as jagged lists, and products of (A + I)^2 with several vectors side by side.</summary>
internal sealed class PlainArcs
{
    private readonly int[][] better;
    private readonly int[][] worse;

    public PlainArcs(Landscape landscape)
    {
        double[] loss = landscape.Fitness.ToArray();
        int[][] neighbors = PlainGraph.Neighbors(landscape.Space, [.. Enumerable.Range(0, landscape.Count).Select(landscape.Graph.Cell)]);
        better = [.. neighbors.Select((row, vertex) => (int[])[.. row.Where(other => loss[other] < loss[vertex])])];
        worse = [.. neighbors.Select((row, vertex) => (int[])[.. row.Where(other => loss[other] > loss[vertex])])];
    }

    /// <summary>(A + I)^2 x, or its transpose times x; element k of row i is x[i * width + k].</summary>
    public double[] Multiply(double[] x, int width, bool transposed = false) => Step(Step(x, width, transposed), width, transposed);

    private double[] Step(double[] x, int width, bool transposed)
    {
        int[][] rows = transposed ? worse : better;
        double[] y = [.. x];
        for (int vertex = 0; vertex < rows.Length; vertex++)
        {
            foreach (int other in rows[vertex])
            {
                for (int k = 0; k < width; k++)
                    y[(vertex * width) + k] += x[(other * width) + k];
            }
        }

        return y;
    }
}
