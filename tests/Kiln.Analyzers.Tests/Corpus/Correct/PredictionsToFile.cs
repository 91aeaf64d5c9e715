// origin: alongside the rules
using System.Globalization;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Export;

public class Scored
{
    public string Id { get; set; } = "";
    [ColumnName("PredictedLabel")] public bool Churns { get; set; }
    public float Probability { get; set; }
}

public static class Predictions
{
    public static void Write(MLContext ml, IDataView scored, TextWriter output)
    {
        output.WriteLine("id,churns,probability,written");
        var now = DateTime.UtcNow;
        foreach (var row in ml.Data.CreateEnumerable<Scored>(scored, reuseRowObject: true))
        {
            if (float.IsNaN(row.Probability))
                continue;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{row.Id},{row.Churns},{row.Probability:0.0000},{now:O}"));
        }
    }

    public static string Name(Guid run) => $"predictions-{run:N}-{Environment.MachineName}.csv";
}
