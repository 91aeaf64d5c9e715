// origin: alongside the rules
using System.Security.Cryptography;
using Microsoft.Extensions.Hosting;
using Microsoft.ML;
using Microsoft.ML.Data;

namespace Pinned;

public sealed class Input
{
    public string Text { get; set; } = "";
}

public sealed class Output
{
    [ColumnName("PredictedLabel")] public bool Urgent { get; set; }
}

public sealed class Warmup(MLContext ml) : IHostedService
{
    const string File = "models/urgency.zip";
    const string Hash = "5FECEB66FFC86F38D952786C6D696C79C2DBC239DD4E91B46729D73A27FB57E9";

    public ITransformer? Model { get; private set; }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var bytes = await System.IO.File.ReadAllBytesAsync(File, cancellationToken);
        if (Convert.ToHexString(SHA256.HashData(bytes)) != Hash)
            throw new InvalidDataException($"{File} is another model than the one that was tested");
        using var stream = new MemoryStream(bytes);
        Model = ml.Model.Load(stream, out _);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
