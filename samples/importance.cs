#!/usr/bin/env -S dotnet run
#:project ../src/HyperLandscape/HyperLandscape.csproj

// Which hyperparameters matter, alone and together, and which make the landscape rugged: the exact functional ANOVA of a
// complete grid of training runs (fANOVA importance without a surrogate), and each hyperparameter on its own.
//   dotnet run samples/importance.cs                             XGBoost's test error, of a shipped table
//   dotnet run samples/importance.cs -- my.csv val_error seed    a fitness column of a table of yours; columns to ignore

using HyperLandscape;
using HyperLandscape.Metrics;

Landscape landscape;
if (args.Length >= 2)
{
    landscape = Landscape.ReadCsv(args[0], fitness: args[1], ignore: args[2..]);
}
else
{
    string data = Path.Combine((string)AppContext.GetData("EntryPointFileDirectoryPath")!, "data");
    landscape = LandscapeSet.ReadCsv(Path.Combine(data, "own_xgb.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}")["test", "err", "pima", "it100"];
}

Console.WriteLine($"{landscape}\n");
Console.WriteLine("Which hyperparameters matter, alone and in pairs?\n");
Console.WriteLine(VarianceDecomposition.Of(landscape, order: 2));
Console.WriteLine("Which make the landscape rugged?\n");
Console.WriteLine(HyperparameterProfile.Of(landscape));
Console.WriteLine("How do two of them interact?\n");
Console.WriteLine(SquareCensus.Of(landscape));
