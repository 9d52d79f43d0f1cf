using HyperLandscape.Embeddings;
using HyperLandscape.Numerics;

namespace HyperLandscape.Reference;

/// <summary>The epochs of UMAP's layout on a plane, point by point and edge by edge; the same pulls, pushes and random choices as the library, for up to 140 epochs.</summary>
internal static class ReferenceLayout
{
    private const int Lanes = 16;
    private const int Runs = 2;

    public static float[][] Run(FuzzyGraph graph, UmapCurve curve, float[][] positions, int epochs, int negatives, int seed)
    {
        (float a, float b) = ((float)curve.A, (float)curve.B);
        float largest = graph.Weights.Max();
        int[] order = Permutation(graph.Count, seed);
        float[][] from = [[.. positions[0]], [.. positions[1]]];
        for (int epoch = 0; epoch < epochs; epoch++)
        {
            float alpha = (float)(1 - ((double)epoch / epochs));
            float[][] to = [new float[graph.Count], new float[graph.Count]];
            for (int point = 0; point < graph.Count; point++)
            {
                (float pullX, float pullY, float rates, double weights) = (0, 0, 0, 0);
                for (int i = graph.Starts[point]; i < graph.Starts[point + 1]; i++)
                {
                    if (graph.Weights[i] < largest / epochs)
                        continue;
                    (float dx, float dy, float square, float power) = Step(graph.Targets[i]);
                    float rate = graph.Weights[i] / largest * power / (square * (1 + (a * power)));
                    (rates, pullX, pullY) = (rates + rate, pullX + (rate * dx), pullY + (rate * dy));
                    weights += graph.Weights[i] / largest;
                }

                (float pushX, float pushY) = (0, 0);
                var random = new RandomStream(seed + epoch, point);
                for (int run = 0; run < Runs; run++)
                {
                    int place = random.Next(graph.Count);
                    for (int lane = 0; lane < Lanes; lane++)
                    {
                        (float dx, float dy, float square, float power) = Step(order[(place + lane) % graph.Count]);
                        float rate = 2 * b / ((square + 0.001f) * (1 + (a * power)));
                        pushX += Math.Clamp(rate * dx, -4, 4);
                        pushY += Math.Clamp(rate * dy, -4, 4);
                    }
                }

                float scale = 4 * a * b * alpha;
                float decay = scale * rates;
                float step = decay < 1e-4f ? scale : scale * (1 - MathF.Exp(-decay)) / decay;
                float away = alpha * (float)(weights * negatives) / (Lanes * Runs);
                to[0][point] = from[0][point] - (step * pullX) + (away * pushX);
                to[1][point] = from[1][point] - (step * pullY) + (away * pushY);

                (float X, float Y, float Square, float Power) Step(int other)
                {
                    float x = from[0][point] - from[0][other];
                    float y = from[1][point] - from[1][other];
                    float square = 1e-12f + (x * x) + (y * y);
                    return (x, y, square, MathF.Pow(square, b));
                }
            }

            from = to;
        }

        return from;
    }

    private static int[] Permutation(int n, int seed)
    {
        var order = new int[n];
        var random = new RandomStream(seed, -1);
        for (int i = 0; i < n; i++)
        {
            int j = random.Next(i + 1);
            (order[i], order[j]) = (order[j], i);
        }

        return order;
    }
}
