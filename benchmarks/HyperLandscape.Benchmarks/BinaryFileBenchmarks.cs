using BenchmarkDotNet.Attributes;
using HyperLandscape.Spaces;

namespace HyperLandscape.Benchmarks;

/// <summary>Ten million configurations to a file and back, the file in the page cache.</summary>
public class BinaryFileBenchmarks
{
    private readonly string path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
    private Landscape? landscape;

    [GlobalSetup]
    public void Setup()
    {
        Hyperparameter[] seven = [.. Enumerable.Range(0, 7).Select(h => Hyperparameter.Ordinal($"h{h}", 0, 1, 2, 3, 4, 5, 6, 7, 8, 9))];
        var random = new Random(1);
        landscape = Landscape.Evaluate(new SearchSpace(seven), _ => random.NextDouble());
        landscape.Save(path);
    }

    [Benchmark]
    public Landscape Load() => Landscape.Load(path);

    [Benchmark]
    public void Save() => landscape!.Save(path);

    [GlobalCleanup]
    public void Cleanup() => File.Delete(path);
}
