/** Starts a worker. The policy of the page lets scripts of workers come from nowhere but the page itself. */
export async function startWorker(address: string): Promise<Worker> {
  const script = await (await fetched(address)).blob();
  const url = URL.createObjectURL(new Blob([script], { type: 'text/javascript' }));
  return new Worker(url);
}

/** What is at an address; rejects where there is nothing. */
export async function fetched(address: string): Promise<Response> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${response.status} for ${address}`);
  return response;
}
