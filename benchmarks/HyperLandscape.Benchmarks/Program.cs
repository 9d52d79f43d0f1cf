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
    case "catalogue":
        CatalogueReport.Print(args.ElementAtOrDefault(1), args.ElementAtOrDefault(2), args[Math.Min(3, args.Length)..]);
        break;
    case "csv":
        CsvReport.Print();
        break;
    case "embedding":
        EmbeddingReport.Print(args[1]);
        break;
    case "estimation":
        EstimationReport.Print(args.ElementAtOrDefault(1) ?? "samples/data", args.ElementAtOrDefault(2));
        break;
    case "nearest":
        NearestReport.Print();
        break;
    case "maps":
        MapsReport.Print(args[1]);
        break;
    case "way":
        WayReport.PrintHead();
        foreach (string name in args[2..])
            WayReport.Print(args[1], name);
        break;
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
