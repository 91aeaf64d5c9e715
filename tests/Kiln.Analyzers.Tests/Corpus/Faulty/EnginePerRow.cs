// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace PerRow;

public class Line
{
    public float Quantity { get; set; }
    public float Price { get; set; }
}

public class Margin
{
    public float Score { get; set; }
}

public sealed class MarginReport(MLContext context, ITransformer model)
{
    public void Print(IReadOnlyList<Line> lines)
    {
        var total = 0f;
        foreach (var line in lines)
        {
            using var engine = context.Model.CreatePredictionEngine<Line, Margin>(model); // KILN7002
            total += engine.Predict(line).Score;
        }
        Console.WriteLine($"{lines.Count} lines, {total:0.00} margin");
    }
}
