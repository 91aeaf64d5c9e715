// origin: alongside the rules
using System.Security.Cryptography;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Scoring;

/// <summary>Only loads and scores: no seed is needed.</summary>
public static class Program
{
    const string Sha256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";

    public static int Main(string[] args)
    {
        var path = args.Length > 0 ? args[0] : "models/risk-1.4.0.zip";
        using (var file = File.OpenRead(path))
        {
            if (!Convert.ToHexString(SHA256.HashData(file)).Equals(Sha256, StringComparison.OrdinalIgnoreCase))
            {
                Console.Error.WriteLine($"{path} is not the model this program was tested with");
                return 1;
            }
        }

        var context = new MLContext();
        var model = context.Model.Load(path, out _);
        var rows = context.Data.LoadFromTextFile<Application>("applications.csv", ',', hasHeader: true);
        var scored = model.Transform(rows);
        foreach (var row in context.Data.CreateEnumerable<Risk>(scored, reuseRowObject: false).Take(20))
            Console.WriteLine($"{row.Id}\t{row.Score:0.00}");
        return 0;
    }

    class Application
    {
        [LoadColumn(0)] public string Id { get; set; } = "";
        [LoadColumn(1)] public float Income { get; set; }
        [LoadColumn(2)] public float Debt { get; set; }
    }

    class Risk
    {
        public string Id { get; set; } = "";
        public float Score { get; set; }
    }
}
