// origin: alongside the rules
using Microsoft.ML;
using Microsoft.ML.Data;

namespace FromRows;

/// <summary>Rows come from elsewhere, so nothing has a LoadColumn; what is not for the model stays unused.</summary>
public class Invoice
{
    public int Id { get; set; }
    public string Customer { get; set; } = "";
    public float Total { get; set; }
    public float DaysOpen { get; set; }
    public bool PaidLate { get; set; }
}

public interface IInvoices
{
    IAsyncEnumerable<Invoice> ReadAsync(CancellationToken cancellationToken);
}

public sealed class LateTrainer(IInvoices invoices)
{
    public async Task<ITransformer> TrainAsync(CancellationToken cancellationToken)
    {
        var rows = new List<Invoice>();
        await foreach (var row in invoices.ReadAsync(cancellationToken))
            rows.Add(row);

        var ml = new MLContext(seed: 1);
        var data = ml.Data.LoadFromEnumerable(rows);
        // A customer has many invoices.
        var split = ml.Data.TrainTestSplit(data, 0.2, samplingKeyColumnName: nameof(Invoice.Customer));
        var model = ml.Transforms.Concatenate("Features", nameof(Invoice.Total), nameof(Invoice.DaysOpen))
            .Append(ml.BinaryClassification.Trainers.FastTree(nameof(Invoice.PaidLate)))
            .Fit(split.TrainSet);
        var metrics = ml.BinaryClassification.Evaluate(model.Transform(split.TestSet), nameof(Invoice.PaidLate));
        Console.WriteLine($"AUC {metrics.AreaUnderRocCurve:0.000} on {rows.Count} invoices");
        return model;
    }
}
