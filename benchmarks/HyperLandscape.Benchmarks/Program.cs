using BenchmarkDotNet.Running;
using HyperLandscape.Benchmarks;

switch (args.FirstOrDefault())
{
    case "quick":
        QuickReport.Print();
        break;
    case "memory":
        MemoryReport.Print();
        break;
    case "csv":
        CsvReport.Print();
        break;
    case "embedding":
        EmbeddingReport.Run(args[1]);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
