// origin: blind, first round
using System.Security.Cryptography;
using System.Threading.Channels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.ML;

namespace Queue;

public sealed class Message
{
    public string Text { get; set; } = "";
}

public sealed class Verdict
{
    public bool PredictedLabel { get; set; }

    public float Probability { get; set; }
}

public sealed class SpamWorker(ChannelReader<Message> messages, IConfiguration configuration, ILogger<SpamWorker> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        var bytes = await File.ReadAllBytesAsync("models/spam.zip", stoppingToken);
        if (Convert.ToHexString(SHA256.HashData(bytes)) != configuration["SpamHash"])
            throw new InvalidDataException("another model than the released one");
        var ml = new MLContext();
        using var stream = new MemoryStream(bytes);
        var model = ml.Model.Load(stream, out _);
        using var engine = ml.Model.CreatePredictionEngine<Message, Verdict>(model);
        await foreach (var message in messages.ReadAllAsync(stoppingToken))
        {
            var verdict = engine.Predict(message);
            if (verdict.PredictedLabel)
                logger.LogInformation("spam with {Probability}", verdict.Probability);
        }
    }
}
