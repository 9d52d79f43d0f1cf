using System.Diagnostics;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using HyperLandscape.Embeddings;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>HOPE and UMAP on the graphs of a reference folder: figures and quality beside those of the reference.</summary>
internal static class EmbeddingReport
{
    public static void Run(string folder)
    {
        foreach (string name in new[] { "hp1536", "hp6480", "hp14960", "hp62208" })
        {
            Landscape landscape = Read(folder, name);
            foreach ((string kind, Proximity proximity) in new (string, Proximity)[] { ("kc64", new CommonNeighbors()), ("katz001", new Katz { Beta = 0.01 }), ("katzhalf", new Katz()) })
            {
                double[] reference = [.. File.ReadLines(Path.Combine(folder, "values", $"sv_{name}_{kind}.csv")).Skip(1).Select(line => double.Parse(line.Split(',')[^1], CultureInfo.InvariantCulture))];
                var hope = new Hope { Proximity = proximity };
                Embedding embedding = hope.Embed(landscape);
                HopeDecomposition decomposition = hope.Decompose(landscape);
                TimeSpan before = Process.GetCurrentProcess().TotalProcessorTime;
                var watch = Stopwatch.StartNew();
                embedding = hope.Embed(landscape);
                double wall = watch.Elapsed.TotalSeconds;
                double cpu = (Process.GetCurrentProcess().TotalProcessorTime - before).TotalSeconds;
                double difference = decomposition.SingularValues.ToArray().Zip(reference, (a, b) => Math.Abs(a - b)).Max() / reference.Max();
                double worst = 0;
                foreach (string line in File.ReadLines(Path.Combine(folder, "values", $"pairdist_{name}_{kind}.csv")).Skip(1))
                {
                    string[] fields = line.Split(',');
                    double distance = System.Numerics.Tensors.TensorPrimitives.Distance(embedding[int.Parse(fields[0])], embedding[int.Parse(fields[1])]);
                    double expected = double.Parse(fields[2], CultureInfo.InvariantCulture);
                    worst = Math.Max(worst, Math.Abs(distance - expected) / expected);
                }

                double error = name == "hp62208" && kind != "kc64" ? double.NaN : decomposition.RelativeError();
                Console.WriteLine($"{name} {kind} wall {wall:F3} cpu {cpu:F3} singular values {difference:E2} residual {decomposition.Residual:E2} pairs {worst:E2} error {error:F4}");
            }
        }
    }

    private static Landscape Read(string folder, string name)
    {
        using JsonDocument meta = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "data", "meta.json")));
        string[] categorical = [.. meta.RootElement.GetProperty(name).GetProperty("dims").EnumerateArray()
            .Where(dimension => dimension.GetProperty("kind").GetString() == "cat").Select(dimension => dimension.GetProperty("name").GetString()!)];
        return Landscape.ReadCsv(Path.Combine(folder, "data", $"{name}_nodes.csv.gz"), "loss", ignore: ["id"], options: new CsvOptions { Categorical = categorical });
    }
}
