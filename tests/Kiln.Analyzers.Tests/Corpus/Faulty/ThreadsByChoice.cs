// origin: conditions and helpers
using Microsoft.ML;
using Microsoft.ML.Data;
using Microsoft.ML.Trainers;

namespace Text;

public class Mail { [LoadColumn(0)] public float Length { get; set; } [LoadColumn(1)] public float Links { get; set; } [LoadColumn(2)] public bool Spam { get; set; } }

public static class Program
{
    public static void Main(string[] args)
    {
        var ml = new MLContext(seed: 1);
        var mails = ml.Data.LoadFromTextFile<Mail>("mails.csv", ',');
        var options = args.Length > 0
            ? new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = "Spam", NumberOfThreads = 4 }
            : new SdcaLogisticRegressionBinaryTrainer.Options { LabelColumnName = "Spam", NumberOfThreads = 8 };
        var chain = ml.Transforms.Concatenate("Features", "Length", "Links").Append(ml.Transforms.NormalizeMinMax("Features"))
            .Append(ml.BinaryClassification.Trainers.SdcaLogisticRegression(options)); // KILN6002
        ml.Model.Save(chain.Fit(mails), mails.Schema, "mail-4.zip");
    }
}
