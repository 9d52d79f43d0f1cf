#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Which hyperparameters matter, alone and together, and which make the landscape rugged: the exact functional ANOVA of a
// complete grid of training runs (fANOVA importance without a surrogate), and each hyperparameter on its own.
//   dotnet run samples/importance.cs                             XGBoost's test error, of a shipped table
//   dotnet run samples/importance.cs -- my.csv val_error seed    a fitness column of a table of yours; columns to ignore

using HyperLandscape;
using HyperLandscape.Metrics;

Landscape landscape;
try
{
    landscape = args.Length switch
    {
        0 => ReadShipped(),
        1 => throw new ArgumentException("Name the fitness column after the table."),
        _ => Landscape.ReadCsv(args[0], fitness: args[1], ignore: args[2..]),
    };
}
catch (Exception error) when (error is ArgumentException or InvalidDataException or IOException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}

Console.WriteLine($"{landscape}\n");
Console.WriteLine("Which hyperparameters matter, alone and in pairs?\n");
Console.WriteLine(VarianceDecomposition.Of(landscape, order: 2));
Console.WriteLine("Which make the landscape rugged?\n");
Console.WriteLine(HyperparameterProfile.Of(landscape));
Console.WriteLine("How do two of them interact?\n");
Console.WriteLine(SquareCensus.Of(landscape));
return 0;

static Landscape ReadShipped()
{
    string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
    return LandscapeSet.ReadCsv(Path.Combine(data, "own_xgb.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}")["test", "err", "pima", "it100"];
}
