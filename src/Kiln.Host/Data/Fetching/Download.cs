using System.Net;
using Kiln.Contracts;
using Kiln.Host.Diagnostics;
using Kiln.Host.Network;
using Kiln.Host.Requests;

namespace Kiln.Host.Data.Fetching;

/// <summary>Gets a file's bytes as the server has them.</summary>
static class Download
{
    static readonly TimeSpan Silence = TimeSpan.FromSeconds(60);

    /// <exception cref="BuildException">It is not to be had.</exception>
    /// <param name="token">The environment variable of a token; empty for none.</param>
    public static void Write(Dataset dataset, Address address, string token, string file)
    {
        using var server = new Server(Credentials.Find(token, "Token", Refuse(dataset)), Silence);
        try
        {
            server.Ask(new(HttpMethod.Get, address.Uri), async (response, answer) =>
            {
                if (!response.IsSuccessStatusCode)
                    throw Refuse(dataset)($"the server answers {(int)response.StatusCode} ({address.Shown}); {Remedy(server, response.StatusCode)}");
                await using var written = File.Create(file);
                await answer.CopyTo(written);
                written.Flush(flushToDisk: true);
                return true;
            });
        }
        catch (ServerException e)
        {
            throw Refuse(dataset)($"{e.Message} ({address.Shown}); try again, correct the Url, or put the file in its place yourself");
        }
    }

    public static Func<string, BuildException> Refuse(Dataset dataset) => what =>
        new(ItemLocation.Say(dataset, Ids.FileNotFetched, $"a file of dataset '{dataset.Name}' cannot be fetched: {what}"));

    /// <summary>Some servers say of what is not for everybody that it is not there.</summary>
    static string Remedy(Server server, HttpStatusCode answer) => answer is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.NotFound) ? "correct the Url"
        : server.HasCredentials ? "correct the Url, or the token in the variable that Token names"
        : "correct the Url, or name in Token the environment variable that holds the token it wants";
}
