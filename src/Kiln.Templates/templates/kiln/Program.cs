using KilnApp;

var model = PenguinModel.Load();

var prediction = model.Predict(new PenguinModel.Input
{
    Island = "Biscoe",
    BillLengthMm = 46.1f,
    BillDepthMm = 13.2f,
    FlipperLengthMm = 211,
    BodyMassG = 4500,
    Sex = "female",
    Year = 2007,
});
Console.WriteLine($"{prediction.PredictedLabel} ({prediction.Probability:P1}), by {model.Info.Name} {model.Info.Version}");
