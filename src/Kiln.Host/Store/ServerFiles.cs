using System.Net;
using Kiln.Host.Network;

namespace Kiln.Host.Store;

/// <summary>A server that answers GET, PUT and DELETE below an address, as WebDAV's and those of many artifact repositories do (RFC 9110, 9.3).</summary>
sealed class ServerFiles(Address address, Server server) : StoreFiles
{
    readonly Uri _folder = new(address.Shown.TrimEnd('/') + "/");

    public override string Name => address.Shown.TrimEnd('/');

    public override byte[]? Get(string name) => Ask(HttpMethod.Get, name, null, async (response, answer) =>
    {
        if (response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            return null;
        Check(response, "gives nothing");
        using var content = new MemoryStream();
        await answer.CopyTo(content, Longest);
        return content.ToArray();
    });

    public override void Put(string name, byte[] content) => Ask(HttpMethod.Put, name, new Upload(content), (response, _) =>
    {
        Check(response, "takes nothing");
        return Task.FromResult(true);
    });

    /// <summary>Servers that ignore conditions give no sign of it.</summary>
    public override bool CreatesAlone => false;

    public override bool TryCreate(string name, byte[] content)
    {
        if (Get(name) is not null)
            return false;
        return Ask(HttpMethod.Put, name, new Upload(content), (response, _) =>
        {
            // RFC 9110, 13.1.2: nothing is written where there is anything.
            if (response.StatusCode == HttpStatusCode.PreconditionFailed)
                return Task.FromResult(false);
            Check(response, "takes nothing");
            return Task.FromResult(true);
        }, request => request.Headers.IfNoneMatch.Add(System.Net.Http.Headers.EntityTagHeaderValue.Any));
    }

    public override void Delete(string name) => Ask(HttpMethod.Delete, name, null, (response, _) =>
    {
        if (response.StatusCode is not (HttpStatusCode.NotFound or HttpStatusCode.Gone))
            Check(response, "deletes nothing");
        return Task.FromResult(true);
    });

    public override void Dispose() => server.Dispose();

    T Ask<T>(HttpMethod method, string name, HttpContent? content, Func<HttpResponseMessage, Answer, Task<T>> read, Action<HttpRequestMessage>? add = null)
    {
        using var request = new HttpRequestMessage(method, new Uri(_folder, Uri.EscapeDataString(name))) { Content = content };
        add?.Invoke(request);
        try
        {
            return server.Ask(request, read);
        }
        catch (ServerException e)
        {
            throw new StoreException($"{e.Message}; try again, or correct KilnStorePath");
        }
    }

    void Check(HttpResponseMessage response, string otherwise)
    {
        if (response.IsSuccessStatusCode)
            return;
        throw new StoreException($"the server {otherwise} and answers {(int)response.StatusCode} {response.ReasonPhrase}".TrimEnd() + "; " + (response.StatusCode switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => server.HasCredentials ? "correct the token in the variable that KilnStoreToken names" : "name in KilnStoreToken the environment variable that holds the token it wants",
            HttpStatusCode.NotFound or HttpStatusCode.MethodNotAllowed or HttpStatusCode.Conflict => "make the folder of KilnStorePath on the server one that can be written with PUT",
            HttpStatusCode.InsufficientStorage or HttpStatusCode.RequestEntityTooLarge => "give the server room for models",
            _ => "try again, or correct KilnStorePath",
        }));
    }
}
