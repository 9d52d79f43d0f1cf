namespace HyperLandscape.Plotting.BrowserTests;

/// <summary>Reports of shipped landscapes, written once for all tests.</summary>
public sealed class ReportFixture : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("report");

    public ReportFixture()
    {
        Set = LandscapeSet.ReadCsv(System.IO.Path.Combine(Root(), "samples", "data", "own_xgb.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}");
        Path = System.IO.Path.Combine(folder.FullName, "report.html");
        Report.WriteHtml([new ReportPart("XGBoost <script>alert(1)</script>", Set)], Path);
    }

    public LandscapeSet Set { get; }

    public string Path { get; }

    public void Dispose() => folder.Delete(true);

    private static string Root()
    {
        string? folder = AppContext.BaseDirectory;
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder, "HyperLandscape.sln")))
            folder = System.IO.Path.GetDirectoryName(folder);
        return folder ?? throw new DirectoryNotFoundException($"There is no HyperLandscape.sln above {AppContext.BaseDirectory}.");
    }
}
